package backchat.bot.store;

import backchat.bot.config.StoreConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL for the tests: unpacked from the class path, started on a free port of this
 * machine, one for the whole run. PostgreSQL refuses to run as root, so for root it is run as
 * nobody. Thread-safe.
 */
public final class PostgresServer {
  private static final int NOBODY = 65_534;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Map<String, String> ARCHIVES =
      Map.of(
          "amd64", "/postgres-linux-x86_64.txz",
          "aarch64", "/postgres-linux-arm_64.txz");

  private static PostgresServer server;

  private final Path folder;
  private final int port;
  private Process process;

  private PostgresServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** The one server of this run, started when it is first asked for. */
  public static synchronized PostgresServer running() {
    if (server == null) {
      try {
        PostgresServer made =
            new PostgresServer(Files.createTempDirectory("backchat-postgres"), freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(made::end));
        made.unpack();
        made.run(
            List.of("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-N"));
        made.start();
        server = made;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return server;
  }

  /** A new, empty database. */
  public StoreConfig database() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new StoreConfig(
        url(name), Optional.of("postgres"), Optional.empty(), Duration.ofSeconds(3));
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private void unpack() throws IOException {
    String archive = ARCHIVES.get(System.getProperty("os.arch"));
    if (archive == null || !System.getProperty("os.name").equals("Linux")) {
      throw new IllegalStateException("the tests bring a PostgreSQL for Linux on amd64 or aarch64");
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (InputStream packed = PostgresServer.class.getResourceAsStream(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(file.getParent());
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
    Path data = Files.createDirectory(folder.resolve("data"));
    if (isRoot()) {
      Files.setAttribute(data, "unix:uid", NOBODY);
      Files.setAttribute(data, "unix:gid", NOBODY);
    }
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  /** The words that run a program of PostgreSQL's as somebody who is not root. */
  private List<String> command(List<String> words) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
      if (!succeeds(command)) {
        command = new ArrayList<>(List.of("unshare", "-U"));
      }
    }
    command.add(folder.resolve("bin").resolve(words.getFirst()).toString());
    command.addAll(words.subList(1, words.size()));
    command.addAll(List.of("-D", folder.resolve("data").toString()));
    return command;
  }

  private static boolean succeeds(List<String> command) {
    try {
      List<String> trial = new ArrayList<>(command);
      trial.add("true");
      return new ProcessBuilder(trial).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process begin(List<String> words) throws IOException {
    return new ProcessBuilder(command(words))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
        .start();
  }

  private void run(List<String> words) throws IOException {
    try {
      Process begun = begin(words);
      if (!begun.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || begun.exitValue() != 0) {
        throw new IllegalStateException(Files.readString(folder.resolve("server.log")));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts the server, or starts it again after {@link #stop}. */
  public synchronized void start() throws IOException {
    process =
        begin(
            List.of(
                "postgres",
                "-p",
                "" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off"));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        DriverManager.getConnection(url("postgres"), "postgres", "").close();
        return;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException(Files.readString(folder.resolve("server.log")), e);
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  /** Stops the server at once, as a crash would. */
  public synchronized void stop() throws IOException, InterruptedException {
    run(List.of("pg_ctl", "stop", "-m", "immediate", "-w"));
    process.waitFor();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void end() {
    try {
      if (process != null) {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
      }
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | InterruptedException e) {
      System.err.println("PostgreSQL left " + folder + " behind: " + e);
    }
  }
}

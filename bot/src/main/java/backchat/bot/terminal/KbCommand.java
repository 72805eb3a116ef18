package backchat.bot.terminal;

import backchat.bot.moderation.FaqTable;
import backchat.knowledge.Checkup;
import backchat.knowledge.Knowledge;
import backchat.knowledge.content.ContentFiles;
import backchat.knowledge.content.Problem;
import backchat.knowledge.keeping.ContentArchive;
import backchat.knowledge.keeping.Installing;
import backchat.knowledge.keeping.Keeper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import picocli.CommandLine;

/** {@code kb}: the content folder out and in. Confined to one thread. */
@CommandLine.Command(
    name = "kb",
    description = "Take the content folder out as a zip file, or put one in.")
final class KbCommand implements Runnable {
  private static final int MOST_SHOWN = 20;

  private final CommandLineProgram program;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  KbCommand(CommandLineProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Write kb export, kb import or kb import-tsv");
  }

  @CommandLine.Command(
      name = "export",
      description = "Write the content folder as a zip file; the same content, the same bytes.")
  int export(
      @CommandLine.Parameters(paramLabel = "FILE.zip", description = "Must not exist yet.")
          Path file)
      throws IOException {
    ContentFiles files = ContentFiles.read(program.folder());
    if (files.files().isEmpty()) {
      throw new Failure("backchat: there is nothing in " + program.folder());
    }
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      ContentArchive.write(files.files(), out);
    } catch (FileAlreadyExistsException e) {
      throw new Failure("backchat: " + file + " is there already; name another file");
    }
    program
        .streams()
        .out()
        .printf("%d files in %s, content %s%n", files.files().size(), file, files.hash());
    return 0;
  }

  @CommandLine.Command(
      name = "import",
      description = "Put a zip file in the place of the content folder, if it is right.")
  int importZip(
      @CommandLine.Parameters(paramLabel = "FILE.zip", description = "Of a content folder.")
          Path file)
      throws IOException {
    SortedMap<String, byte[]> archive = read(file);
    ContentFiles now = ContentFiles.read(program.folder());
    Map<String, Optional<byte[]>> changes = changes(now, archive);
    PrintWriter out = program.streams().out();
    if (changes.isEmpty()) {
      out.println("The content folder holds just that already.");
      return 0;
    }
    Checkup checkup =
        Knowledge.check(
            ContentFiles.of(file.toString(), archive), program.clock(), program.options());
    print(checkup);
    if (checkup.edition().isEmpty()) {
      program.streams().err().println("backchat: nothing was changed; mend the errors first");
      return 1;
    }
    try (Keeper keeper = keeper()) {
      Installing installing = keeper.installing();
      installing.backUp(now, program.clock().instant());
      installing.install(program.folder(), changes);
    }
    out.printf(
        "%d files changed in %s; a backup is in %s%n",
        changes.size(), program.folder(), data().resolve("backups"));
    return 0;
  }

  private Keeper keeper() throws IOException {
    return Keeper.open(data())
        .orElseThrow(
            () ->
                new Failure(
                    "backchat: Backchat is running on "
                        + data()
                        + "; stop it, or send the file with /kb preview"));
  }

  private static Path data() {
    return CommandLineProgram.home().resolve("data");
  }

  private static SortedMap<String, byte[]> read(Path file) throws IOException {
    try {
      return ContentArchive.read(Files.readAllBytes(file), ContentArchive.Limits.COMMAND_LINE);
    } catch (ContentArchive.Refused e) {
      throw new Failure("backchat: " + file + " is not taken: " + e.getMessage());
    } catch (java.nio.file.NoSuchFileException e) {
      throw new Failure("backchat: there is no file " + file);
    }
  }

  private static Map<String, Optional<byte[]>> changes(
      ContentFiles now, SortedMap<String, byte[]> archive) {
    Map<String, Optional<byte[]>> changes = new HashMap<>();
    archive.forEach(
        (name, bytes) -> {
          if (!Arrays.equals(bytes, now.files().get(name))) {
            changes.put(name, Optional.of(bytes));
          }
        });
    now.files().keySet().stream()
        .filter(name -> !archive.containsKey(name))
        .forEach(name -> changes.put(name, Optional.empty()));
    return changes;
  }

  private void print(Checkup checkup) {
    List<Problem> problems = checkup.problems();
    PrintWriter out = program.streams().out();
    problems.stream().limit(MOST_SHOWN).forEach(problem -> out.println(problem));
    out.printf(
        "%d files: %d errors, %d warnings%n",
        checkup.files(),
        checkup.count(Problem.Severity.ERROR),
        checkup.count(Problem.Severity.WARNING));
  }

  @CommandLine.Command(
      name = "import-tsv",
      description =
          "Make entries of a table of a hosted FAQ service: question, answer, alternatives, with"
              + " tabs between them. They are drafts: mend what the report says, then move them"
              + " into the content folder.")
  int importTsv(
      @CommandLine.Parameters(paramLabel = "FILE", description = "The table, UTF-8.") Path file,
      @CommandLine.Option(
              names = "--topic",
              required = true,
              paramLabel = "WORD",
              description = "The topic of the entries.")
          String topic,
      @CommandLine.Option(
              names = "--source",
              required = true,
              paramLabel = "ID",
              description = "The source that the entries name.")
          String source,
      @CommandLine.Option(
              names = "--grade",
              defaultValue = "claim",
              paramLabel = "GRADE",
              description = "How strong their evidence is (default: claim).")
          String grade,
      @CommandLine.Option(
              names = "--into",
              defaultValue = "drafts",
              paramLabel = "DIR",
              description = "Where the drafts go (default: drafts).")
          Path into)
      throws IOException {
    if (!topic.matches("[a-z0-9-]+")) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--topic is a word of small letters, digits and hyphens");
    }
    FaqTable table =
        FaqTable.read(
            Files.readString(file, StandardCharsets.UTF_8),
            new FaqTable.About(topic, source, grade, LocalDate.now(program.clock())));
    Map<String, Optional<byte[]>> changes = new HashMap<>();
    for (Map.Entry<String, byte[]> entry : table.entries().entrySet()) {
      Path target = into.resolve(entry.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, entry.getValue());
      changes.put(entry.getKey(), Optional.of(entry.getValue()));
    }
    PrintWriter out = program.streams().out();
    table.report().forEach(out::println);
    print(
        Knowledge.check(
            ContentFiles.read(program.folder()).with(changes), program.clock(), program.options()));
    out.println("The drafts are in " + into + "; nothing is served yet.");
    return 0;
  }
}

package backchat.bot.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Reads the operator's file and environment. Immutable. */
public final class ConfigReader {
  /** With which our environment variables begin. */
  static final String PREFIX = "BACKCHAT_";

  /** Every key, in the order of the file. */
  static final List<Key> KEYS =
      Stream.of(Config.KEYS, LimitsConfig.KEYS, TelegramConfig.KEYS, DiscordConfig.KEYS)
          .flatMap(Collection::stream)
          .toList();

  private ConfigReader() {}

  /**
   * Reads a properties file; what the environment says goes before it.
   *
   * @param file may be missing, then every key has its standard value
   * @param environment variables by name
   * @throws BrokenConfig with all mistakes at once
   */
  public static Config read(Path file, Map<String, String> environment) throws BrokenConfig {
    List<String> problems = new ArrayList<>();
    Map<String, String> values = new HashMap<>(fromFile(file, problems));
    values.putAll(fromEnvironment(environment, problems));
    Path folder = file.toAbsolutePath().getParent();
    Config config = Config.read(new Settings(values, folder, problems));
    if (!problems.isEmpty()) {
      throw new BrokenConfig(problems);
    }
    return config;
  }

  private static Map<String, String> fromFile(Path file, List<String> problems) {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        problems.add(file + " cannot be read: " + e.getMessage());
      }
    }
    List<String> known = KEYS.stream().map(Key::name).toList();
    Map<String, String> values = new HashMap<>();
    for (String name : properties.stringPropertyNames().stream().sorted().toList()) {
      if (known.contains(name)) {
        values.put(name, properties.getProperty(name));
      } else {
        problems.add("there is no key " + name + NearestKey.hint(name, known));
      }
    }
    return values;
  }

  private static Map<String, String> fromEnvironment(
      Map<String, String> environment, List<String> problems) {
    Map<String, String> values = new HashMap<>();
    for (Key key : KEYS) {
      Stream.concat(key.aliases().stream(), Stream.of(key.variable()))
          .filter(environment::containsKey)
          .forEach(variable -> values.put(key.name(), environment.get(variable)));
    }
    List<String> known = KEYS.stream().map(Key::variable).toList();
    environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .sorted()
        .map(name -> "there is no variable " + name + NearestKey.hint(name, known))
        .forEach(problems::add);
    return values;
  }
}

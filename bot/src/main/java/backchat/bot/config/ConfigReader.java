package backchat.bot.config;

import backchat.knowledge.content.Nearest;
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

  /** With which it is told that a value comes from there. */
  static final String ENVIRONMENT = "environment ";

  /** Every key, in the order of the file. */
  static final List<Key> KEYS =
      Stream.of(
              Config.KEYS,
              StoreConfig.KEYS,
              ModerationConfig.KEYS,
              LimitsConfig.KEYS,
              OperationsConfig.KEYS,
              LogConfig.KEYS,
              TelegramConfig.KEYS,
              DiscordConfig.KEYS)
          .flatMap(Collection::stream)
          .toList();

  private ConfigReader() {}

  /**
   * What holds, mistaken or not. Immutable.
   *
   * @param config with something harmless in place of each mistake; not to be run when there is one
   * @param settings every key with its value and where that comes from, in the order of the file
   * @param problems every mistake, one a line
   */
  public record Effective(Config config, List<Setting> settings, List<String> problems) {
    /** Copies the lists. */
    public Effective {
      settings = List.copyOf(settings);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a properties file; what the environment says goes before it.
   *
   * @param file may be missing, then every key has its standard value
   * @param environment variables by name
   * @throws BrokenConfig with all mistakes at once
   */
  public static Config read(Path file, Map<String, String> environment) throws BrokenConfig {
    Effective effective = effective(file, environment);
    if (!effective.problems().isEmpty()) {
      throw new BrokenConfig(effective.problems());
    }
    return effective.config();
  }

  /** Reads like {@link #read} and tells of each key where its value comes from. */
  public static Effective effective(Path file, Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    Map<String, Settings.Value> values = new HashMap<>(fromFile(file, problems));
    values.putAll(fromEnvironment(environment, problems));
    Settings settings = new Settings(values, file.toAbsolutePath().getParent(), problems);
    Config config = Config.read(settings);
    return new Effective(
        config, KEYS.stream().map(key -> setting(settings, key)).toList(), problems);
  }

  /** What the file repeats of the standard values is called that. */
  private static Setting setting(Settings settings, Key key) {
    Settings.Value shown = settings.shown(key);
    boolean repeated =
        shown.from().startsWith("file ") && settings.text(key).equals(key.standard());
    return new Setting(key.name(), shown.text().strip(), repeated ? "default" : shown.from());
  }

  private static Map<String, Settings.Value> fromFile(Path file, List<String> problems) {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IllegalArgumentException e) {
        problems.add(file + " has a single \\ before a u; write / or \\\\ in paths");
      } catch (IOException e) {
        problems.add(file + " cannot be read: " + e);
      }
    }
    List<String> known = KEYS.stream().map(Key::name).toList();
    Map<String, Settings.Value> values = new HashMap<>();
    for (String name : properties.stringPropertyNames().stream().sorted().toList()) {
      if (known.contains(name)) {
        values.put(
            name,
            new Settings.Value(
                properties.getProperty(name), "file " + file.toAbsolutePath().normalize()));
      } else {
        problems.add("there is no key " + name + didYouMean(name, known));
      }
    }
    return values;
  }

  private static Map<String, Settings.Value> fromEnvironment(
      Map<String, String> environment, List<String> problems) {
    Map<String, Settings.Value> values = new HashMap<>();
    for (Key key : KEYS) {
      Stream.concat(key.aliases().stream(), Stream.of(key.variable()))
          .filter(environment::containsKey)
          .forEach(
              variable ->
                  values.put(
                      key.name(),
                      new Settings.Value(environment.get(variable), ENVIRONMENT + variable)));
    }
    List<String> known = KEYS.stream().map(Key::variable).toList();
    environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .sorted()
        .map(name -> "there is no variable " + name + didYouMean(name, known))
        .forEach(problems::add);
    return values;
  }

  private static String didYouMean(String name, List<String> known) {
    return Nearest.to(name, known, name.length())
        .map(key -> "; did you mean " + key + "?")
        .orElse("");
  }
}

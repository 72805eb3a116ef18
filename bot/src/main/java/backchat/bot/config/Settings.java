package backchat.bot.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Raw settings read as values; mistakes are gathered, not thrown. Confined to one thread. */
final class Settings {
  private static final Pattern TIME = Pattern.compile("(\\d{1,7})(ms|s|m|h)");

  /**
   * What was set for a key. Immutable.
   *
   * @param text as written
   * @param from where, in words for operators
   */
  record Value(String text, String from) {}

  private final Map<String, Value> values;
  private final Path folder;
  private final List<String> problems;

  /** Keys whose text would tell little or too much: how they are shown, and where from. */
  private final Map<String, Value> shown = new HashMap<>();

  /**
   * @param values by key name; absent keys have their standard value
   * @param folder from which relative paths lead
   * @param problems where mistakes go
   */
  Settings(Map<String, Value> values, Path folder, List<String> problems) {
    this.values = values;
    this.folder = folder;
    this.problems = problems;
  }

  /** The text of a key, without spaces around it; empty when it is not set. */
  String text(Key key) {
    return value(key).text().strip();
  }

  private Value value(Key key) {
    return values.getOrDefault(key.name(), new Value(key.standard(), "default"));
  }

  /** What holds for a key as operators may see it, and where it comes from. */
  Value shown(Key key) {
    return shown.getOrDefault(key.name(), value(key));
  }

  /** Text, or nothing when it is not set. */
  Optional<String> optional(Key key) {
    return Optional.of(text(key)).filter(text -> !text.isEmpty());
  }

  /** One of a few words. */
  <E extends Enum<E>> E choice(Key key, Class<E> words) {
    for (E word : words.getEnumConstants()) {
      if (word.name().equalsIgnoreCase(text(key))) {
        return word;
      }
    }
    problem(key);
    return words.getEnumConstants()[0];
  }

  /** A whole number in the key's range. */
  int number(Key key) {
    String text = text(key);
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= key.least() && number <= key.most()) {
        return number;
      }
    }
    problem(key);
    return (int) key.least();
  }

  /** A time such as {@code 250ms}, {@code 8s}, {@code 5m} in the key's range. */
  Duration time(Key key) {
    Matcher matcher = TIME.matcher(text(key));
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      Duration time =
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
          };
      if (time.toMillis() >= key.least() && time.toMillis() <= key.most()) {
        return time;
      }
    }
    problem(key);
    return Duration.ofMillis(key.least());
  }

  /** A path; a relative one leads from the folder of the file. */
  Path path(Key key) {
    try {
      Path path = folder.resolve(text(key)).normalize();
      shown.put(key.name(), new Value(path.toString(), value(key).from()));
      return path;
    } catch (InvalidPathException e) {
      problem(key);
      return folder;
    }
  }

  /** A web address with scheme and host, without a path. */
  URI address(Key key) {
    try {
      URI address = URI.create(text(key));
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (web && address.getHost() != null && address.getPath().matches("/?")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    problem(key);
    return URI.create(key.standard());
  }

  /** Text of a certain form; nothing when it is not set. */
  Optional<String> matching(Key key, String form) {
    String text = text(key);
    if (text.isEmpty() || text.matches(form)) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
    problem(key);
    return Optional.empty();
  }

  /** Ids of Discord's, with commas between them. */
  Set<String> snowflakes(Key key) {
    return Set.copyOf(list(key, part -> part.matches("\\d{17,20}")));
  }

  /** Whole numbers, possibly negative, with commas between them. */
  List<Long> ids(Key key) {
    return list(key, part -> part.matches("-?\\d{1,18}")).stream().map(Long::valueOf).toList();
  }

  private List<String> list(Key key, Predicate<String> fits) {
    List<String> parts =
        Arrays.stream(text(key).split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    if (parts.stream().allMatch(fits)) {
      return parts;
    }
    problem(key);
    return List.of();
  }

  /**
   * A secret, from its own key or else from the file that another key names; what the environment
   * says of either goes first. What is wrong with it is told without a letter of it.
   *
   * @param form what it looks like
   */
  Optional<Secret> secret(Key key, Key fileKey, String form) {
    boolean named =
        !text(fileKey).isEmpty()
            && (text(key).isEmpty() || isOfEnvironment(fileKey) && !isOfEnvironment(key));
    Optional<Value> read =
        named
            ? fileOf(fileKey)
            : Optional.of(new Value(text(key), value(key).from())).filter(v -> !v.text().isEmpty());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Secret secret = new Secret(read.get().text());
    shown.put(key.name(), new Value(secret.toString(), read.get().from()));
    if (!secret.value().matches(form)) {
      problems.add(key.name() + " (" + read.get().from() + ") is no token; write " + key.write());
    }
    return Optional.of(secret);
  }

  private boolean isOfEnvironment(Key key) {
    return value(key).from().startsWith(ConfigReader.ENVIRONMENT);
  }

  private Optional<Value> fileOf(Key fileKey) {
    Path file = path(fileKey);
    try {
      String read = Files.readString(file).strip();
      if (!read.isEmpty()) {
        return Optional.of(new Value(read, value(fileKey).from() + ", file " + file));
      }
      problems.add(fileKey.name() + " names a file that is empty: " + file);
    } catch (IOException e) {
      problems.add(
          fileKey.name()
              + " names a file that cannot be read: "
              + file
              + " ("
              + e.getClass().getSimpleName()
              + ")");
    }
    return Optional.empty();
  }

  /** Notes that a key has a value that it cannot have. */
  void problem(Key key) {
    problems.add(key.name() + " is \"" + text(key) + "\"; write " + key.write());
  }

  /** Notes what is wrong with a key whose value holds what nobody may see. */
  void mistake(Key key, String says) {
    shown.put(key.name(), new Value("*****", value(key).from()));
    problems.add(key.name() + " " + says);
  }
}

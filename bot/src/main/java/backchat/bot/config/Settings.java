package backchat.bot.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Raw settings read as values; mistakes are gathered, not thrown. Confined to one thread. */
final class Settings {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,7})(ms|s|m|h)");

  private final Map<String, String> values;
  private final Path folder;
  private final List<String> problems;

  /**
   * @param values by key name; absent keys have their standard value
   * @param folder from which relative paths lead
   * @param problems where mistakes go
   */
  Settings(Map<String, String> values, Path folder, List<String> problems) {
    this.values = values;
    this.folder = folder;
    this.problems = problems;
  }

  /** The text of a key, without spaces around it; empty when it is not set. */
  String text(Key key) {
    return values.getOrDefault(key.name(), key.standard()).strip();
  }

  /** A whole number in a range. */
  int number(Key key, int least, int most) {
    String text = text(key);
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    problem(key, text, "write a whole number from " + least + " to " + most);
    return least;
  }

  /** A time span such as {@code 250ms}, {@code 8s}, {@code 5m} in a range. */
  Duration duration(Key key, Duration least, Duration most) {
    String text = text(key);
    Matcher matcher = DURATION.matcher(text);
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      Duration duration =
          switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
          };
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    }
    problem(
        key, text, "write a time such as 250ms, 8s or 5m, from " + of(least) + " to " + of(most));
    return least;
  }

  private static String of(Duration duration) {
    return duration.toMillis() < 1_000 ? duration.toMillis() + "ms" : duration.toSeconds() + "s";
  }

  /** A path; a relative one leads from the folder of the file. */
  Path path(Key key) {
    return folder.resolve(text(key)).normalize();
  }

  /** A web address with scheme and host, without a path. */
  URI address(Key key) {
    String text = text(key);
    try {
      URI address = URI.create(text);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (web && address.getHost() != null && address.getPath().matches("/?")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    problem(key, text, "write an address such as " + key.standard());
    return URI.create(key.standard());
  }

  /** Text of a certain form; nothing when it is not set. */
  Optional<String> matching(Key key, String form, String instead) {
    String text = text(key);
    if (text.isEmpty() || text.matches(form)) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
    problem(key, text, instead);
    return Optional.empty();
  }

  /** Ids of Discord's, with commas between them. */
  Set<String> snowflakes(Key key) {
    List<String> parts =
        Arrays.stream(text(key).split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    if (parts.stream().allMatch(part -> part.matches("\\d{17,20}"))) {
      return Set.copyOf(parts);
    }
    problem(key, text(key), "write ids of 17 to 20 digits with commas between them");
    return Set.of();
  }

  /** Whole numbers, possibly negative, with commas between them. */
  List<Long> ids(Key key) {
    List<String> parts =
        Arrays.stream(text(key).split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    if (parts.stream().allMatch(part -> part.matches("-?\\d{1,18}"))) {
      return parts.stream().map(Long::valueOf).toList();
    }
    problem(key, text(key), "write numbers with commas between them");
    return List.of();
  }

  /** A secret, from its own key or from the file that another key names. */
  Optional<Secret> secret(Key key, Key fileKey) {
    String text = text(key);
    if (!text.isEmpty() || text(fileKey).isEmpty()) {
      return text.isEmpty() ? Optional.empty() : Optional.of(new Secret(text));
    }
    try {
      String read = Files.readString(path(fileKey)).strip();
      if (!read.isEmpty()) {
        return Optional.of(new Secret(read));
      }
      problems.add(fileKey.name() + " names a file that is empty");
    } catch (IOException e) {
      problems.add(fileKey.name() + " names a file that cannot be read: " + path(fileKey));
    }
    return Optional.empty();
  }

  /** Notes a mistake. */
  void problem(Key key, String text, String instead) {
    problems.add(key.name() + " is \"" + text + "\"; " + instead);
  }
}

package backchat.bot.moderation;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of a question what could tell who asked it: e-mail addresses, links, handles, numbers
 * of more than three digits, and the asker's names. What is said in other words cannot be spotted.
 * Immutable.
 */
final class Redaction {
  static final String ADDRESS = "[address]";
  static final String LINK = "[link]";
  static final String HANDLE = "[handle]";
  static final String NUMBER = "[number]";
  static final String NAME = "[name]";

  /** A name of one letter would take out half of the words. */
  private static final int SHORTEST_NAME = 2;

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]+\\s?@\\s?[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+", FLAGS);

  /** With a scheme, with www, with a path, or a host name with an ending that is no word. */
  private static final Pattern WEB =
      Pattern.compile(
          "\\b[a-z][a-z0-9+.-]*://\\S+|\\bwww\\.\\S+"
              + "|\\b[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}/\\S*"
              + "|\\b[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.(com|org|net|info|biz|app|dev|online|gov"
              + "|edu|uk|de|fr|nl|ie|au|ca|eu|io|co|nz|za|ch|es|pl|se|ru|br|jp|cn)\\b",
          FLAGS);

  private static final Pattern AT = Pattern.compile("<[@#][!&]?\\d+>|@[\\p{L}\\p{N}_.]+", FLAGS);
  private static final Pattern TAGGED =
      Pattern.compile("\\b[\\p{L}\\p{N}_.]{2,32}#\\d{4}\\b", FLAGS);

  /** More than three digits on end, or seven and more in groups such as those of a telephone. */
  private static final Pattern DIGITS =
      Pattern.compile("\\+?\\p{Nd}(?:[ .()/\\u2010-\\u2015-]{0,2}\\p{Nd}){6,}|\\p{Nd}{4,}");

  /**
   * A word with digits in it, such as a postcode's or a policy's, when they are more than three.
   */
  private static final Pattern MIXED =
      Pattern.compile("\\b(?=(?:\\p{L}*\\p{Nd}){4})[\\p{L}\\p{Nd}]+\\b", FLAGS);

  private Redaction() {}

  /**
   * The question without what could tell who asked it.
   *
   * @param names by which the platform shows the asker
   */
  static String of(String question, Collection<String> names) {
    String text =
        Normalizer.normalize(question, Normalizer.Form.NFKC)
            .replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}]", "")
            .replaceAll("\\p{Cntrl}", " ");
    text = EMAIL.matcher(text).replaceAll(ADDRESS);
    text = WEB.matcher(text).replaceAll(LINK);
    text = AT.matcher(text).replaceAll(HANDLE);
    text = TAGGED.matcher(text).replaceAll(HANDLE);
    text = DIGITS.matcher(text).replaceAll(NUMBER);
    text = MIXED.matcher(text).replaceAll(NUMBER);
    for (String name : parts(names)) {
      text =
          Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", FLAGS)
              .matcher(text)
              .replaceAll(NAME);
    }
    return text.strip();
  }

  /** The names whole and in their parts, the longest first. */
  private static List<String> parts(Collection<String> names) {
    return names.stream()
        .map(name -> Normalizer.normalize(name, Normalizer.Form.NFKC).strip())
        .flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split("[^\\p{L}\\p{M}]+"))))
        .filter(name -> name.length() >= SHORTEST_NAME)
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }
}

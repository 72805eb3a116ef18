package backchat.bot.moderation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Questions and answers as hosted FAQ services export them, to entries: a row a question with tabs
 * between its columns question, answer and alternatives; rows with the same answer are one entry.
 * Immutable.
 *
 * @param entries files by name relative to the content folder
 * @param report what became of the rows, one line each that was left out
 */
public record FaqTable(SortedMap<String, byte[]> entries, List<String> report) {
  private static final int LONGEST_NAME = 48;
  private static final List<String> QUESTION = List.of("question", "questions");
  private static final List<String> ANSWER = List.of("answer", "answers");
  private static final List<String> ALTERNATIVES =
      List.of("alternatives", "alternative", "alternate questions", "also asked", "variations");

  /**
   * Where entries go and what they say of themselves. Immutable.
   *
   * @param topic the folder below entries
   * @param source id of the source that every entry names
   * @param grade how strong the evidence is
   * @param today when they count as reviewed
   */
  public record About(String topic, String source, String grade, LocalDate today) {}

  private record Columns(int question, int answer, int alternatives) {}

  /** Reads a table; its first row names the columns, or they stand in the order above. */
  public static FaqTable read(String text, About about) {
    List<String> report = new ArrayList<>();
    Map<String, Set<String>> questionsOfAnswers = new LinkedHashMap<>();
    List<String> lines = text.replace("\uFEFF", "").lines().toList();
    Columns columns = columns(lines.isEmpty() ? "" : lines.getFirst());
    boolean headed = columns != null;
    Columns used = headed ? columns : new Columns(0, 1, 2);
    Set<String> all = new LinkedHashSet<>();
    for (int i = headed ? 1 : 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      String question = plain(cell(cells, used.question())).replace('\n', ' ');
      String answer = plain(cell(cells, used.answer()));
      if (question.isEmpty() || answer.isEmpty()) {
        if (!lines.get(i).isBlank()) {
          report.add("line " + (i + 1) + ": left out, it has no question or no answer");
        }
        continue;
      }
      Set<String> questions =
          questionsOfAnswers.computeIfAbsent(answer, a -> new LinkedHashSet<>());
      add(question, i + 1, questions, all, report);
      Arrays.stream(cell(cells, used.alternatives()).split("[|;]|\\\\n"))
          .map(FaqTable::plain)
          .filter(alternative -> !alternative.isEmpty())
          .forEach(alternative -> add(alternative, 0, questions, all, report));
    }
    SortedMap<String, byte[]> entries = new TreeMap<>();
    questionsOfAnswers.forEach(
        (answer, questions) -> {
          if (!questions.isEmpty()) {
            String name = name(questions.iterator().next(), about.topic(), entries.keySet());
            entries.put(name, entry(questions, answer, about).getBytes(StandardCharsets.UTF_8));
          }
        });
    report.addFirst(
        "%d rows read, %d entries made"
            .formatted(Math.max(0, lines.size() - (headed ? 1 : 0)), entries.size()));
    return new FaqTable(entries, List.copyOf(report));
  }

  private static void add(
      String question, int line, Set<String> questions, Set<String> all, List<String> report) {
    if (all.add(question.toLowerCase(Locale.ROOT))) {
      questions.add(question);
    } else if (line > 0) {
      report.add("line " + line + ": its question stands above already");
    }
  }

  private static Columns columns(String header) {
    List<String> names =
        Arrays.stream(header.split("\t", -1))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    int question = position(names, QUESTION);
    int answer = position(names, ANSWER);
    return question < 0 || answer < 0
        ? null
        : new Columns(question, answer, position(names, ALTERNATIVES));
  }

  private static int position(List<String> names, List<String> wanted) {
    for (int i = 0; i < names.size(); i++) {
      if (wanted.contains(names.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static String cell(String[] cells, int position) {
    return position >= 0 && position < cells.length ? cells[position] : "";
  }

  /**
   * Text without markup, quotes around it, and control characters; written line breaks are real.
   */
  private static String plain(String cell) {
    String text = cell.strip();
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1).replace("\"\"", "\"");
    }
    return text.replace("\\n", "\n")
        .replaceAll("(?i)<br ?/?>|</p>", "\n")
        .replaceAll("<[^>]{1,200}>", "")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
        .replaceAll(" +", " ")
        .strip();
  }

  private static String name(String question, String topic, Set<String> taken) {
    String word =
        question.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String stem = word.isEmpty() ? "entry" : word;
    stem = stem.substring(0, Math.min(LONGEST_NAME, stem.length())).replaceAll("-$", "");
    String name = "entries/" + topic + "/" + stem + ".md";
    for (int i = 2; taken.contains(name); i++) {
      name = "entries/" + topic + "/" + stem + "-" + i + ".md";
    }
    return name;
  }

  private static String entry(Set<String> questions, String answer, About about) {
    StringBuilder text = new StringBuilder("---\n");
    List<String> all = List.copyOf(questions);
    text.append("question: ").append(quoted(all.getFirst())).append('\n');
    if (all.size() > 1) {
      text.append("also_asked:\n");
      all.subList(1, all.size())
          .forEach(other -> text.append("  - ").append(quoted(other)).append('\n'));
    }
    text.append("grade: ").append(about.grade()).append('\n');
    text.append("sources: [").append(about.source()).append("]\n");
    text.append("reviewed: ").append(about.today()).append('\n');
    text.append("review_by: ").append(about.today().plusYears(1)).append("\n---\n");
    return text.append(answer.replaceAll("\n+", "\n\n")).append('\n').toString();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

package backchat.knowledge.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What {@link ContentBytes} wrote, read back. Confined to one thread. */
public final class BytesContent {
  private final ByteBuffer in;

  private BytesContent(ByteBuffer in) {
    this.in = in;
  }

  /**
   * @param bytes in the order in which Java writes numbers, big ends first
   */
  public static Content of(ByteBuffer bytes) {
    BytesContent all = new BytesContent(bytes);
    return new Content(
        all.list(all::passage),
        byId(all.list(all::table), Table::id),
        all.list(all::redFlag),
        byId(all.list(all::source), Source::id),
        all.phrases(),
        all.language(),
        all.text());
  }

  private static <T> Map<String, T> byId(List<T> values, Function<T, String> id) {
    return values.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private Passage passage() {
    return new Passage(
        text(),
        text(),
        texts(),
        Grade.valueOf(text()),
        texts(),
        texts(),
        texts(),
        perhaps(),
        list(this::block),
        day(),
        day(),
        text());
  }

  private Block block() {
    int kind = in.get();
    return switch (kind) {
      case 0 -> new Block.Paragraph(text());
      case 1, 2 -> new Block.Points(kind == 2, texts());
      default -> new Block.Rows(text(), texts(), list(this::texts));
    };
  }

  private Table table() {
    return new Table(
        text(),
        text(),
        text(),
        texts(),
        texts(),
        Grade.valueOf(text()),
        text(),
        text(),
        perhaps(),
        perhaps(),
        text(),
        texts(),
        list(() -> new Table.Column(text(), text(), flag(), flag())),
        list(this::texts),
        day(),
        day(),
        text());
  }

  private RedFlag redFlag() {
    return new RedFlag(
        text(),
        text(),
        text(),
        Urgency.valueOf(text()),
        text(),
        flag(),
        flag(),
        flag(),
        texts(),
        list(this::pattern),
        texts(),
        texts(),
        texts(),
        named(in::getInt),
        day(),
        day(),
        text());
  }

  private RedFlag.Pattern pattern() {
    return new RedFlag.Pattern(
        list(this::texts),
        RedFlag.Within.valueOf(text()),
        texts(),
        perhaps().map(Urgency::valueOf),
        in.getInt());
  }

  private Source source() {
    return new Source(text(), text(), text(), year(), perhaps(), text());
  }

  private OptionalInt year() {
    boolean given = flag();
    int year = in.getInt();
    return given ? OptionalInt.of(year) : OptionalInt.empty();
  }

  private Phrases phrases() {
    return new Phrases(
        text(),
        text(),
        text(),
        words(Grade.class),
        words(Urgency.class),
        text(),
        text(),
        words(Phrases.Reply.class),
        named(this::text),
        list(() -> new Phrases.SmallTalk(text(), text(), texts())),
        named(this::text));
  }

  private <K extends Enum<K>> Map<K, String> words(Class<K> kind) {
    Map<K, String> words = new EnumMap<>(kind);
    named(this::text).forEach((name, said) -> words.put(Enum.valueOf(kind, name), said));
    return words;
  }

  private Language language() {
    return new Language(
        texts(),
        named(this::texts),
        new LinkedHashSet<>(texts()),
        new LinkedHashSet<>(texts()),
        texts(),
        texts(),
        named(this::texts));
  }

  private <T> List<T> list(Supplier<T> read) {
    int size = in.getInt();
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(read.get());
    }
    return values;
  }

  private <T> Map<String, T> named(Supplier<T> read) {
    int size = in.getInt();
    Map<String, T> values = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      values.put(text(), read.get());
    }
    return values;
  }

  private List<String> texts() {
    return list(this::text);
  }

  private Optional<String> perhaps() {
    boolean given = flag();
    String text = text();
    return given ? Optional.of(text) : Optional.empty();
  }

  private LocalDate day() {
    return LocalDate.parse(text());
  }

  private boolean flag() {
    return in.get() == 1;
  }

  private String text() {
    int length = in.getInt();
    String text =
        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }
}

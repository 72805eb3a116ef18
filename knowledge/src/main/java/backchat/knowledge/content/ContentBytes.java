package backchat.knowledge.content;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Content as bytes, which are read back far faster than its files; {@link BytesContent} reads them.
 * Confined to one thread.
 */
public final class ContentBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
  private final DataOutputStream out = new DataOutputStream(bytes);

  private ContentBytes() {}

  /** How one value is written. */
  @FunctionalInterface
  private interface Write<T> {
    void value(T value) throws IOException;
  }

  /** Everything, the order of maps included. */
  public static byte[] of(Content content) {
    ContentBytes all = new ContentBytes();
    try {
      all.each(content.passages(), all::passage);
      all.each(content.tables().values(), all::table);
      all.each(content.redFlags(), all::redFlag);
      all.each(content.sources().values(), all::source);
      all.phrases(content.phrases());
      all.language(content.language());
      all.text(content.hash());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return all.bytes.toByteArray();
  }

  private void passage(Passage passage) throws IOException {
    text(passage.id());
    text(passage.question());
    texts(passage.alsoAsked());
    text(passage.grade().name());
    texts(passage.sources());
    texts(passage.related());
    texts(passage.keywords());
    perhaps(passage.cautions());
    each(passage.blocks(), this::block);
    text(passage.reviewed().toString());
    text(passage.reviewBy().toString());
    text(passage.file());
  }

  private void block(Block block) throws IOException {
    switch (block) {
      case Block.Paragraph paragraph -> {
        out.writeByte(0);
        text(paragraph.text());
      }
      case Block.Points points -> {
        out.writeByte(points.ordered() ? 2 : 1);
        texts(points.items());
      }
      case Block.Rows rows -> {
        out.writeByte(3);
        text(rows.title());
        texts(rows.labels());
        each(rows.rows(), this::texts);
      }
    }
  }

  private void table(Table table) throws IOException {
    text(table.id());
    text(table.title());
    text(table.question());
    texts(table.alsoAsked());
    texts(table.sources());
    text(table.grade().name());
    text(table.key());
    text(table.titleColumn());
    perhaps(table.sourcesColumn());
    perhaps(table.gradeColumn());
    text(table.rowQuestion());
    texts(table.rowAlsoAsked());
    each(
        table.columns(),
        column -> {
          text(column.name());
          text(column.label());
          out.writeBoolean(column.shown());
          out.writeBoolean(column.searched());
        });
    each(table.rows(), this::texts);
    text(table.reviewed().toString());
    text(table.reviewBy().toString());
    text(table.file());
  }

  private void redFlag(RedFlag flag) throws IOException {
    text(flag.id());
    text(flag.what());
    text(flag.title());
    text(flag.urgency().name());
    text(flag.card());
    out.writeBoolean(flag.information());
    out.writeBoolean(flag.crisisLines());
    out.writeBoolean(flag.poisonLines());
    texts(flag.sources());
    each(
        flag.patterns(),
        pattern -> {
          each(pattern.all(), this::texts);
          text(pattern.within().name());
          texts(pattern.none());
          perhaps(pattern.urgency().map(Urgency::name));
          out.writeInt(pattern.line());
        });
    texts(flag.examples());
    texts(flag.learnFrom());
    texts(flag.counterExamples());
    named(flag.lines(), out::writeInt);
    text(flag.reviewed().toString());
    text(flag.reviewBy().toString());
    text(flag.file());
  }

  private void source(Source source) throws IOException {
    text(source.id());
    text(source.title());
    text(source.publisher());
    out.writeBoolean(source.year().isPresent());
    out.writeInt(source.year().orElse(0));
    perhaps(source.link());
    text(source.kind());
  }

  private void phrases(Phrases phrases) throws IOException {
    text(phrases.shortDisclaimer());
    text(phrases.disclaimer());
    text(phrases.longDisclaimer());
    named(phrases.grades(), this::text);
    named(phrases.urgencies(), this::text);
    text(phrases.emergencyShort());
    text(phrases.emergencyTable());
    named(phrases.replies(), this::text);
    named(phrases.topics(), this::text);
    each(
        phrases.smallTalk(),
        talk -> {
          text(talk.name());
          text(talk.reply());
          texts(talk.examples());
        });
    named(phrases.otherLanguages(), this::text);
  }

  private void language(Language language) throws IOException {
    texts(language.synonyms());
    named(language.sameWord(), this::texts);
    texts(language.keep());
    texts(language.elsewhere());
    texts(language.offTopic());
    texts(language.harmless());
    named(language.concepts(), this::texts);
  }

  private <T> void each(Collection<T> values, Write<T> write) throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      write.value(value);
    }
  }

  private <T> void named(Map<?, T> values, Write<T> write) throws IOException {
    out.writeInt(values.size());
    for (Map.Entry<?, T> entry : values.entrySet()) {
      text(entry.getKey() instanceof Enum<?> word ? word.name() : (String) entry.getKey());
      write.value(entry.getValue());
    }
  }

  private void texts(Collection<String> texts) throws IOException {
    each(texts, this::text);
  }

  private void perhaps(Optional<String> text) throws IOException {
    out.writeBoolean(text.isPresent());
    text(text.orElse(""));
  }

  private void text(String text) throws IOException {
    byte[] written = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(written.length);
    out.write(written);
  }
}

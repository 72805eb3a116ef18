package backchat.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.ContentReader;
import backchat.knowledge.content.Passage;
import backchat.knowledge.keeping.KeptFile;
import backchat.knowledge.language.Analysis;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an index holds, between two starts. */
final class CatalogueFileTest {
  private static final int DIMENSIONS = 384;

  private final Content content =
      ContentReader.read(Path.of("content"), LocalDate.of(2026, 11, 21)).content().orElseThrow();
  private final List<Passage> passages =
      content.passages().stream().sorted(Comparator.comparing(Passage::id)).toList();
  private final List<String> offTopic = content.language().offTopic();

  @TempDir private Path folder;

  private Catalogue built(boolean meaning) {
    Map<String, byte[]> vectors =
        meaning
            ? IndexBuilder.texts(passages, offTopic).stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), text -> vector(text.hashCode())))
            : Map.of();
    Analysis analysis = Analysis.of(content.language());
    return new IndexBuilder(passages, offTopic, analysis, vectors).build();
  }

  private static byte[] vector(int seed) {
    byte[] vector = new byte[DIMENSIONS];
    new Random(seed).nextBytes(vector);
    return vector;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everythingComesBackAsItWas(boolean meaning) {
    Catalogue catalogue = built(meaning);
    Catalogue read = CatalogueFile.catalogue(ByteBuffer.wrap(CatalogueFile.bytes(catalogue)));
    assertThat(read.words()).isEqualTo(catalogue.words());
    assertThat(read.firstForms()).isEqualTo(catalogue.firstForms());
    assertThat(read.scales()).isEqualTo(catalogue.scales());
    assertThat(read.rarity().terms()).isEqualTo(catalogue.rarity().terms()).isPositive();
    for (String word : catalogue.words().keySet()) {
      int term = catalogue.rarity().number(word);
      assertThat(read.rarity().number(word)).isEqualTo(term);
      assertThat(read.rarity().of(term)).isEqualTo(catalogue.rarity().of(term));
      assertThat(read.forms().of(term)).isEqualTo(catalogue.forms().of(term));
      assertThat(read.whole().of(term)).isEqualTo(catalogue.whole().of(term));
    }
    assertThat(read.formVectors().isPresent()).isEqualTo(meaning);
    assertThat(read.answerVectors().isPresent()).isEqualTo(meaning);
    byte[] question = vector(7);
    assertThat(read.formVectors().map(all -> all.cosines(question)))
        .usingRecursiveComparison()
        .isEqualTo(catalogue.formVectors().map(all -> all.cosines(question)));
    assertThat(CatalogueFile.bytes(read)).isEqualTo(CatalogueFile.bytes(catalogue));
  }

  @Test
  void itIsMadeOnceForAKey() {
    Catalogue catalogue = built(false);
    KeptFile file = new KeptFile(folder.resolve("data/index.bin"), new byte[] {1});
    assertThat(CatalogueFile.get(file, () -> catalogue)).isSameAs(catalogue);
    Catalogue kept =
        CatalogueFile.get(
            file,
            () -> {
              throw new AssertionError("it is kept already");
            });
    assertThat(CatalogueFile.bytes(kept)).isEqualTo(CatalogueFile.bytes(catalogue));
    KeptFile other = new KeptFile(folder.resolve("data/index.bin"), new byte[] {2});
    assertThat(CatalogueFile.get(other, () -> catalogue)).isSameAs(catalogue);
  }
}

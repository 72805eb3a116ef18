package backchat.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.ContentReader;
import backchat.knowledge.content.Passage;
import backchat.knowledge.language.Analysis;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whether a passage is first for its own questions, held against the whole ranking. */
final class VeryWordsTest {
  private static final Content CONTENT =
      ContentReader.read(Path.of("content"), LocalDate.of(2026, 11, 21)).content().orElseThrow();
  private static final Analysis ANALYSIS = Analysis.of(CONTENT.language());

  private static PassageIndex index(List<Passage> passages) {
    return PassageIndex.of(
        passages,
        ANALYSIS,
        CONTENT.language(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Passage asked(Passage passage, List<String> alsoAsked) {
    return new Passage(
        passage.id(),
        passage.question(),
        alsoAsked,
        passage.grade(),
        passage.sources(),
        passage.related(),
        passage.keywords(),
        passage.cautions(),
        passage.blocks(),
        passage.reviewed(),
        passage.reviewBy(),
        passage.file());
  }

  /** Every question with whether the short way and the long one say that its passage is first. */
  private static List<String> differences(PassageIndex index) {
    List<String> differences = new ArrayList<>();
    for (Passage passage : index.passages()) {
      for (int i = 0; i < passage.questions().size(); i++) {
        String question = passage.questions().get(i);
        boolean isFirst =
            index.rank(ANALYSIS.analyse(question), 1).matches().getFirst().passage() == passage;
        if (isFirst != index.isFirst(passage, i, ANALYSIS)) {
          differences.add(passage.id() + ": " + question);
        }
      }
    }
    return differences;
  }

  @Test
  void theShortWaySaysWhatTheRankingSays() {
    assertThat(differences(index(CONTENT.passages()))).isEmpty();
  }

  @Test
  void aQuestionThatAnotherPassageHasTooIsNotItsOwn() {
    List<Passage> passages = new ArrayList<>();
    for (Passage passage : CONTENT.passages()) {
      Passage other = CONTENT.passages().get((passages.size() + 1) % CONTENT.passages().size());
      passages.add(
          asked(passage, List.of(other.question().toUpperCase(java.util.Locale.ROOT) + "!")));
    }
    PassageIndex index = index(passages);
    assertThat(differences(index)).isEmpty();
    assertThat(index.passages().stream().filter(p -> !index.isFirst(p, 1, ANALYSIS)).count())
        .isGreaterThan(index.passages().size() / 2);
  }
}

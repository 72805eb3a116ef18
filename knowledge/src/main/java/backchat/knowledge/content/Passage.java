package backchat.knowledge.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One answerable unit of knowledge. Immutable.
 *
 * @param id stable id: {@code topic/name} for an entry, {@code table#row} or {@code table/id} for
 *     rows and tables that no entry shows
 * @param question the canonical question
 * @param alsoAsked other phrasings, possibly none
 * @param grade how strong the evidence is
 * @param sources ids of its sources, at least one
 * @param related ids of passages to offer next
 * @param keywords words that askers may use and the text does not hold
 * @param cautions what to take care of; empty when only the disclaimer applies
 * @param blocks the text, the short answer first, the shown tables last; at least one
 * @param reviewed when the text was last reviewed
 * @param reviewBy when it should be reviewed again
 * @param file where it stands, relative to the content folder
 */
public record Passage(
    String id,
    String question,
    List<String> alsoAsked,
    Grade grade,
    List<String> sources,
    List<String> related,
    List<String> keywords,
    Optional<String> cautions,
    List<Block> blocks,
    LocalDate reviewed,
    LocalDate reviewBy,
    String file) {
  /** Copies the lists. */
  public Passage {
    alsoAsked = List.copyOf(alsoAsked);
    sources = List.copyOf(sources);
    related = List.copyOf(related);
    keywords = List.copyOf(keywords);
    blocks = List.copyOf(blocks);
  }

  /** The part of the id before the first slash or hash: the topic, or the table. */
  public String topic() {
    return id.split("[/#]", 2)[0];
  }

  /** The canonical question and the other phrasings, in that order. */
  public List<String> questions() {
    List<String> questions = new ArrayList<>(alsoAsked.size() + 1);
    questions.add(question);
    questions.addAll(alsoAsked);
    return questions;
  }

  /** The first paragraph, which answers the question on its own; empty for a bare table. */
  public String shortAnswer() {
    return blocks.getFirst() instanceof Block.Paragraph paragraph ? paragraph.text() : "";
  }

  /** The rest of the text after the short answer, lists included and tables left out. */
  public String details() {
    List<String> details = new ArrayList<>();
    for (Block block : blocks.subList(shortAnswer().isEmpty() ? 0 : 1, blocks.size())) {
      switch (block) {
        case Block.Paragraph paragraph -> details.add(paragraph.text());
        case Block.Points points -> details.addAll(points.items());
        case Block.Rows rows -> {}
      }
    }
    return String.join("\n", details);
  }

  /** What stands in the cells of the tables shown with this passage. */
  public String cells() {
    List<String> cells = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Rows rows) {
        rows.rows().forEach(cells::addAll);
      }
    }
    return String.join("\n", cells);
  }
}

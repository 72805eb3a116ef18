package backchat.knowledge;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Phrases;
import backchat.knowledge.index.PassageIndex;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One immutable build of all the knowledge. Thread-safe.
 *
 * <p>It lives on the heap and is never closed: when the last question on it has been answered it is
 * garbage.
 */
public final class Edition {
  /** From this confidence on a passage is given as the answer. */
  private static final double FOUND = 0.45;

  /** From this confidence on a passage is offered as a candidate. */
  private static final double CANDIDATE = 0.3;

  private static final int MOST_CANDIDATES = 3;

  private final int number;
  private final Content content;
  private final Analysis analysis;
  private final PassageIndex index;
  private final SmallTalk smallTalk;
  private final Comparisons comparisons;
  private final Map<String, Passage> byId = new HashMap<>();

  /**
   * Builds an edition; takes tens of milliseconds for a few hundred passages.
   *
   * @param number from 1, one more at each load
   */
  Edition(int number, Content content) {
    this.number = number;
    this.content = content;
    this.analysis = Analysis.of(content.language());
    this.index = PassageIndex.of(content.passages(), analysis);
    this.smallTalk = new SmallTalk(content.phrases().smallTalk(), analysis::analyse);
    this.comparisons = new Comparisons(content.tables().values(), analysis);
    content.passages().forEach(passage -> byId.put(passage.id(), passage));
  }

  /** The answer to a question; the same for the same question and context, bit for bit. */
  public Answer answer(Question question, Context context) {
    Message message = analysis.analyse(question.text());
    if (question.isEmpty()) {
      return notFound(Phrases.Reply.EMPTY);
    }
    Optional<String> talk = smallTalk.reply(message);
    if (talk.isPresent()) {
      return new Answer.SmallTalk(talk.get());
    }
    List<Match> matches = rank(message, MOST_CANDIDATES);
    if (matches.isEmpty() || matches.getFirst().confidence() < CANDIDATE) {
      return notFound(Phrases.Reply.NOT_FOUND);
    }
    Match best = matches.getFirst();
    List<Match> candidates = matches.stream().filter(m -> m.confidence() >= CANDIDATE).toList();
    if (best.confidence() >= FOUND || candidates.size() == 1) {
      return new Answer.Found(best.passage(), best.confidence(), related(best.passage()));
    }
    return new Answer.Unsure(candidates);
  }

  private Answer notFound(Phrases.Reply why) {
    return new Answer.NotFound(why, List.copyOf(content.phrases().topics().keySet()));
  }

  /** The passages most likely to answer, best first, however low their confidence. */
  public List<Match> rank(Question question, int most) {
    return rank(analysis.analyse(question.text()), most);
  }

  private List<Match> rank(Message message, int most) {
    return index.rank(message, most).stream()
        .map(ranked -> new Match(ranked.passage(), ranked.score()))
        .toList();
  }

  /** The passages offered with one, as far as they exist. */
  public List<Passage> related(Passage passage) {
    return passage.related().stream().map(byId::get).filter(p -> p != null).toList();
  }

  /** Passages whose question may be the one being typed, best first. */
  public List<Passage> suggest(String prefix, int most) {
    String begun = prefix.strip().toLowerCase(Locale.ROOT);
    return content.passages().stream()
        .filter(passage -> passage.question().toLowerCase(Locale.ROOT).contains(begun))
        .limit(most)
        .toList();
  }

  /** Two rows of one table side by side; empty when no table holds both. */
  public Optional<Comparison> compare(String left, String right) {
    return comparisons.of(left, right);
  }

  /** From 1, one more at each load. */
  public int number() {
    return number;
  }

  /** Everything that was loaded. */
  public Content content() {
    return content;
  }

  /** The passage with that id, or empty when this edition has none. */
  public Optional<Passage> passage(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}

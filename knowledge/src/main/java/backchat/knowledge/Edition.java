package backchat.knowledge;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Phrases;
import backchat.knowledge.content.Urgency;
import backchat.knowledge.index.PassageIndex;
import backchat.knowledge.index.Ranking;
import backchat.knowledge.index.Suggestions;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.ForeignTongue;
import backchat.knowledge.language.Message;
import backchat.knowledge.meaning.Meaning;
import backchat.knowledge.triage.Alarm;
import backchat.knowledge.triage.Triage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One immutable build of all the knowledge. Thread-safe.
 *
 * <p>It lives on the heap and is never closed: when the last question on it has been answered it is
 * garbage.
 */
public final class Edition {
  private static final int MOST_CANDIDATES = 3;

  private final int number;
  private final Content content;
  private final Analysis analysis;
  private final Triage triage;
  private final PassageIndex index;
  private final SmallTalk smallTalk;
  private final Comparisons comparisons;
  private final Suggestions suggestions;
  private final Map<String, Passage> byId = new HashMap<>();

  /**
   * Builds an edition; takes tens of milliseconds for a few hundred passages.
   *
   * @param number from 1, one more at each load
   * @param loading computes sentence vectors once it is there; empty for words alone
   * @param options the files in which what takes long to make is kept between starts
   * @param kept beside which what the index holds is kept; empty to build it anew
   */
  Edition(
      int number,
      Content content,
      CompletableFuture<Optional<Meaning>> loading,
      Options options,
      Optional<CheckedContent> kept) {
    this.number = number;
    this.content = content;
    this.analysis = Analysis.of(content.language());
    CompletableFuture<Triage> beside =
        CompletableFuture.supplyAsync(() -> Triage.of(content, analysis, options.likeness()));
    this.smallTalk = new SmallTalk(content.phrases().smallTalk(), analysis::analyse);
    this.comparisons = new Comparisons(content.tables().values(), analysis);
    this.suggestions = new Suggestions(content.passages(), analysis);
    content.passages().forEach(passage -> byId.put(passage.id(), passage));
    Optional<Meaning> meaning = loading.join();
    this.index =
        PassageIndex.of(
            content.passages(),
            analysis,
            content.language(),
            meaning,
            options.vectors(),
            kept.map(k -> k.index(meaning.isPresent())));
    this.triage = beside.join();
  }

  /** The answer to a question; the same for the same question and context, bit for bit. */
  public Answer answer(Question question, Context context) {
    Message message = analysis.analyse(question.text());
    Optional<Answer.Urgent> danger = danger(message);
    if (danger.isPresent()) {
      return danger.get();
    }
    Optional<String> talk = smallTalk.reply(message);
    if (talk.isPresent()) {
      return new Answer.SmallTalk(talk.get());
    }
    if (question.isEmpty()) {
      return notFound(Phrases.Reply.EMPTY);
    }
    Optional<String> tongue =
        ForeignTongue.of(message).map(content.phrases().otherLanguages()::get);
    if (tongue.isPresent()) {
      return new Answer.OtherLanguage(tongue.get());
    }
    Ranking ranking = index.rank(message, MOST_CANDIDATES);
    Optional<Comparison> comparison = comparisons.asked(message);
    if (comparison.isPresent()) {
      Match nearest = matches(ranking).getFirst();
      return new Answer.Compared(comparison.get(), nearest.passage(), nearest.confidence());
    }
    Answer alone = judged(ranking);
    return context
        .lastPassage()
        .map(byId::get)
        .map(last -> followUp(message, last, alone))
        .orElse(alone);
  }

  /** The card of a question's red flag; empty when it has none. Nothing else is looked for. */
  public Optional<Answer.Urgent> danger(Question question) {
    return danger(analysis.analyse(question.text()));
  }

  private Optional<Answer.Urgent> danger(Message message) {
    return triage.alarm(message).map(alarm -> urgent(alarm, message));
  }

  /** The card; what search finds follows it only where the red flag allows. */
  private Answer.Urgent urgent(Alarm alarm, Message message) {
    Optional<Answer.Found> then =
        alarm.redFlag().information() && alarm.urgency() == Urgency.SEE_DOCTOR_SOON
            ? Optional.of(judged(index.rank(message, MOST_CANDIDATES)))
                .filter(Answer.Found.class::isInstance)
                .map(Answer.Found.class::cast)
            : Optional.empty();
    return new Answer.Urgent(alarm.redFlag(), alarm.urgency(), then);
  }

  /** A question that leans on the passage before it is read with it. */
  private Answer followUp(Message message, Passage last, Answer alone) {
    FollowUps.Lean lean = FollowUps.of(message);
    boolean found = alone instanceof Answer.Found;
    if (lean == FollowUps.Lean.NONE || found && lean == FollowUps.Lean.PERHAPS) {
      return alone;
    }
    Message joined = analysis.analyse(message.text() + " " + last.question());
    Ranking ranking = index.rankContinued(message, joined, last);
    boolean same =
        alone instanceof Answer.Found one
            && one.passage().equals(ranking.matches().getFirst().passage());
    return same || ranking.verdict() == Ranking.Verdict.NOT_FOUND ? alone : judged(ranking);
  }

  private Answer judged(Ranking ranking) {
    return switch (ranking.verdict()) {
      case FOUND -> {
        Passage best = ranking.matches().getFirst().passage();
        yield new Answer.Found(best, ranking.first(), related(best));
      }
      case UNSURE -> new Answer.Unsure(matches(ranking));
      case NOT_FOUND -> notFound(Phrases.Reply.NOT_FOUND);
    };
  }

  /** Why a question gets its answer. */
  public Explanation explain(Question question, int most) {
    Message message = analysis.analyse(question.text());
    return new Explanation(
        answer(question, Context.NONE),
        index.measureNames(),
        index.rank(message, most),
        triage.explain(message).toString().lines().toList());
  }

  private Answer notFound(Phrases.Reply why) {
    return new Answer.NotFound(why, List.copyOf(content.phrases().topics().keySet()));
  }

  /** The passages most likely to answer, best first, however low their confidence. */
  public List<Match> rank(Question question, int most) {
    return rank(analysis.analyse(question.text()), most);
  }

  private List<Match> rank(Message message, int most) {
    return matches(index.rank(message, most));
  }

  private static List<Match> matches(Ranking ranking) {
    return ranking.matches().stream()
        .map(scored -> new Match(scored.passage(), scored.confidence()))
        .toList();
  }

  /** The passages offered with one, as far as they exist. */
  public List<Passage> related(Passage passage) {
    return passage.related().stream().map(byId::get).filter(p -> p != null).toList();
  }

  /** Passages whose question may be the one being typed, best first. */
  public List<Passage> suggest(String begun, int most) {
    return suggestions.complete(begun, most);
  }

  /** Two rows of one table side by side; empty when no table holds both. */
  public Optional<Comparison> compare(String left, String right) {
    return comparisons.of(left, right);
  }

  /** The index, for learning its weights and for explaining its rankings. */
  public PassageIndex index() {
    return index;
  }

  /** The recognition of red flags. */
  public Triage triage() {
    return triage;
  }

  /** The analysis of messages. */
  public Analysis analysis() {
    return analysis;
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

package backchat.knowledge.evaluation;

import backchat.knowledge.Answer;
import backchat.knowledge.Context;
import backchat.knowledge.Edition;
import backchat.knowledge.Match;
import backchat.knowledge.Question;
import backchat.knowledge.content.Urgency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks an edition labelled questions and counts what came of them. Confined to one thread.
 *
 * <p>A question is right at 1 when the best ranked passage is any that is expected; the mean
 * reciprocal rank looks at the ten best.
 */
public final class Evaluation {
  private static final int DEPTH = 10;

  private final Edition edition;
  private final Rates rates = new Rates();
  private final List<String> misses = new ArrayList<>();
  private int missing;

  /**
   * @param edition to ask
   */
  public Evaluation(Edition edition) {
    this.edition = edition;
  }

  /** Asks all the questions. */
  public void ask(List<Labelled> questions) {
    questions.forEach(this::ask);
  }

  private void ask(Labelled question) {
    Answer answer = edition.answer(new Question(question.text()), new Context(question.last()));
    if (question.last().isPresent()) {
      followUp(question, answer);
      return;
    }
    switch (question.kind()) {
      case "answer" -> inScope(question, answer);
      case "red-flag" -> redFlag(question, answer);
      case "smalltalk" -> smallTalk(question, answer);
      default -> outOfScope(question, answer);
    }
  }

  private void inScope(Labelled question, Answer answer) {
    if (question.expect().stream().noneMatch(id -> edition.passage(id).isPresent())) {
      missing++;
    }
    List<String> ranked =
        edition.rank(new Question(question.text()), DEPTH).stream()
            .map(match -> match.passage().id())
            .toList();
    int place = 0;
    while (place < ranked.size() && !question.expect().contains(ranked.get(place))) {
      place++;
    }
    boolean listed = place < ranked.size();
    rates.add("in scope: right passage first", listed && place == 0);
    rates.add("in scope: right passage among three", listed && place < 3);
    rates.add("in scope: mean reciprocal rank", listed ? 1.0 / (place + 1) : 0);
    Optional<String> found = found(answer);
    boolean right = found.filter(question.expect()::contains).isPresent();
    boolean offered = candidates(answer).stream().anyMatch(question.expect()::contains);
    rates.add("in scope: found and right", right);
    rates.add("in scope: found or offered", right || offered);
    rates.add("in scope: wrong passage as the answer", found.isPresent() && !right);
    rates.add("in scope: unsure", answer instanceof Answer.Unsure);
    rates.add("in scope: refused", answer instanceof Answer.NotFound);
    rates.add("in scope: false alarm", answer instanceof Answer.Urgent);
    if (!(right || offered) || place > 0) {
      miss(question, answer, listed ? "expected at " + (place + 1) : "expected not among ten");
    }
  }

  /** A question that leans on the passage before it, or does not although one was shown. */
  private void followUp(Labelled question, Answer answer) {
    boolean scope = question.kind().equals("answer");
    String what = scope ? "follow-up: " : "follow-up out of scope: ";
    Optional<String> found = found(answer);
    boolean right = found.filter(question.expect()::contains).isPresent();
    boolean offered = candidates(answer).stream().anyMatch(question.expect()::contains);
    boolean good =
        scope
            ? right || offered
            : answer instanceof Answer.NotFound || answer instanceof Answer.SmallTalk;
    if (scope) {
      rates.add(what + "found and right", right);
    }
    rates.add(what + (scope ? "found or offered" : "declined"), good);
    rates.add(what + "wrong passage as the answer", found.isPresent() && !right);
    if (!good) {
      miss(question, answer, "after " + question.last().get());
    }
  }

  private void outOfScope(Labelled question, Answer answer) {
    boolean declined = answer instanceof Answer.NotFound || answer instanceof Answer.SmallTalk;
    boolean wrong = found(answer).filter(id -> !question.tolerated().contains(id)).isPresent();
    rates.add("out of scope: declined", declined);
    if (!question.group().isEmpty()) {
      rates.add("out of scope, " + question.group() + ": declined", declined);
    }
    rates.add("out of scope: wrong passage as the answer", wrong);
    rates.add("out of scope: unsure", answer instanceof Answer.Unsure);
    rates.add("out of scope: false alarm", answer instanceof Answer.Urgent);
    if (wrong || !declined) {
      miss(question, answer, "should be declined");
    }
  }

  private void smallTalk(Labelled question, Answer answer) {
    rates.add("small talk: answered in kind", answer instanceof Answer.SmallTalk);
    rates.add(
        "small talk: answered in kind or declined",
        answer instanceof Answer.SmallTalk || answer instanceof Answer.NotFound);
    if (!(answer instanceof Answer.SmallTalk)) {
      miss(question, answer, "should be small talk");
    }
  }

  private void redFlag(Labelled question, Answer answer) {
    Optional<Answer.Urgent> urgent =
        answer instanceof Answer.Urgent alarm ? Optional.of(alarm) : Optional.empty();
    boolean exact =
        urgent.filter(alarm -> question.expect().contains(alarm.redFlag().id())).isPresent();
    boolean soonEnough =
        urgent
            .filter(alarm -> alarm.urgency().ordinal() <= urgencyOf(question.urgency()).ordinal())
            .isPresent();
    rates.add("red flags: caught", urgent.isPresent());
    rates.add("red flags, " + question.urgency() + ": caught", urgent.isPresent());
    rates.add("red flags: the very flag", exact);
    rates.add("red flags: urgent enough", soonEnough);
    if (!exact || !soonEnough) {
      miss(question, answer, "should be urgent " + question.urgency());
    }
  }

  private static Urgency urgencyOf(String word) {
    return Arrays.stream(Urgency.values())
        .filter(urgency -> urgency.word().equals(word))
        .findFirst()
        .orElse(Urgency.SEE_DOCTOR_SOON);
  }

  private static Optional<String> found(Answer answer) {
    return switch (answer) {
      case Answer.Found found -> Optional.of(found.passage().id());
      case Answer.Compared compared -> Optional.of(compared.nearest().id());
      default -> Optional.empty();
    };
  }

  private static List<String> candidates(Answer answer) {
    return answer instanceof Answer.Unsure unsure
        ? unsure.candidates().stream().map(match -> match.passage().id()).toList()
        : List.of();
  }

  private void miss(Labelled question, Answer answer, String why) {
    String got =
        switch (answer) {
          case Answer.Found f ->
              "found " + f.passage().id() + " " + Math.round(100 * f.confidence()) + "%";
          case Answer.Unsure u ->
              "unsure " + u.candidates().stream().map(Evaluation::brief).toList();
          case Answer.NotFound n -> "not found";
          case Answer.Urgent u -> "urgent " + u.redFlag().id() + " " + u.urgency().word();
          case Answer.SmallTalk t -> "small talk";
          case Answer.Compared c -> "comparison, nearest " + c.nearest().id();
          case Answer.OtherLanguage o -> "other language";
        };
    misses.add(
        question.id()
            + " "
            + question.expect()
            + " "
            + why
            + ", got "
            + got
            + ": "
            + question.text().replaceAll("\\s+", " "));
  }

  private static String brief(Match match) {
    return match.passage().id() + " " + Math.round(100 * match.confidence()) + "%";
  }

  /** The rates so far. */
  public Rates rates() {
    return rates;
  }

  /** One line a question that did not go as labelled. */
  public List<String> misses() {
    return List.copyOf(misses);
  }

  /** How many in-scope questions expect only passages that this edition does not have. */
  public int missing() {
    return missing;
  }
}

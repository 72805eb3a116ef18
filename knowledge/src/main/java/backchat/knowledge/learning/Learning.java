package backchat.knowledge.learning;

import backchat.knowledge.Edition;
import backchat.knowledge.evaluation.Labelled;
import backchat.knowledge.evaluation.Rates;
import backchat.knowledge.index.Logistic;
import backchat.knowledge.index.Model;
import backchat.knowledge.index.PassageIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Learns the weights of an edition's index and says by cross-validation what they are worth. What
 * is tuned on is never what is reported: each fold is judged by weights and thresholds that the
 * other folds set. Confined to one thread.
 */
public final class Learning {
  private static final int FOLDS = 5;
  private static final int INNER_FOLDS = 4;

  private final PassageIndex index;
  private final List<Case> cases = new ArrayList<>();

  /**
   * @param edition whose index is to be learnt
   * @param reported questions that are cross-validated
   * @param extra questions that only ever train, as the edition's own off-topic questions do
   */
  public Learning(Edition edition, List<Labelled> reported, List<Labelled> extra) {
    this.index = edition.index();
    int number = 0;
    for (Labelled question : reported) {
      add(edition, question, number++ % FOLDS);
    }
    for (Labelled question : extra) {
      add(edition, question, -1);
    }
    for (String text : edition.content().language().offTopic()) {
      add(
          edition,
          new Labelled("", text, "no-answer", List.of(), "", "", List.of(), Optional.empty()),
          -1);
    }
  }

  private void add(Edition edition, Labelled question, int fold) {
    boolean answerable = question.kind().equals("answer");
    if (!answerable && !question.kind().equals("no-answer")) {
      return;
    }
    boolean[] right = marks(question.expect());
    if (answerable && !any(right)) {
      return;
    }
    cases.add(
        new Case(
            index.sample(edition.analysis().analyse(question.text()), true),
            right,
            marks(question.tolerated()),
            answerable,
            question.group().equals("near"),
            fold));
  }

  private boolean[] marks(List<String> ids) {
    boolean[] marks = new boolean[index.passages().size()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = ids.contains(index.passages().get(i).id());
    }
    return marks;
  }

  private static boolean any(boolean[] marks) {
    for (boolean mark : marks) {
      if (mark) {
        return true;
      }
    }
    return false;
  }

  /** The rates by five-fold cross-validation. */
  public Rates crossValidated() {
    Rates rates = new Rates();
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      Model model = learn(cases.stream().filter(one -> one.fold() != held).toList());
      cases.stream().filter(one -> one.fold() == held).forEach(one -> judge(one, model, rates));
    }
    return rates;
  }

  private void judge(Case one, Model model, Rates rates) {
    Judged judged = Judged.of(one, model.measures(), index);
    boolean found = model.first().probability(judged.evidence()) >= model.found();
    boolean offered =
        !found
            && Math.max(
                    model.first().probability(judged.evidence()),
                    model.any().probability(judged.evidence()))
                >= model.offered();
    if (one.answerable()) {
      rates.add("in scope: right passage first", judged.first());
      rates.add("in scope: right passage among three", judged.any());
      rates.add("in scope: found and right", found && judged.first());
      rates.add("in scope: found or offered", found && judged.first() || offered && judged.any());
      rates.add("in scope: wrong passage as the answer", found && !judged.first());
      rates.add("in scope: unsure", offered);
      rates.add("in scope: refused", !found && !offered);
    } else {
      rates.add("out of scope: declined", !found && !offered);
      rates.add(
          "out of scope, " + (one.near() ? "near" : "far") + ": declined", !found && !offered);
      rates.add("out of scope: wrong passage as the answer", found && !judged.harmless());
      rates.add("out of scope: unsure", offered);
    }
  }

  /** The weights that all the questions teach. */
  public Model learnt() {
    return learn(cases);
  }

  /** The confidences are learnt on scores that the scored questions had no part in. */
  private Model learn(List<Case> training) {
    double[] weights = RankerLearning.weights(training);
    List<Judged> judged = new ArrayList<>();
    for (int part = 0; part < INNER_FOLDS; part++) {
      List<Case> rest = new ArrayList<>();
      List<Case> held = new ArrayList<>();
      for (int i = 0; i < training.size(); i++) {
        (i % INNER_FOLDS == part ? held : rest).add(training.get(i));
      }
      double[] partWeights = RankerLearning.weights(rest);
      held.forEach(one -> judged.add(Judged.of(one, partWeights, index)));
    }
    List<Judged> telling =
        judged.stream().filter(j -> j.of().answerable() || !j.harmless()).toList();

    List<double[]> evidence = telling.stream().map(Judged::evidence).toList();
    Logistic first = LogisticLearning.learn(evidence, telling.stream().map(Judged::first).toList());
    Logistic any = LogisticLearning.learn(evidence, telling.stream().map(Judged::any).toList());
    Thresholds thresholds =
        Thresholds.of(
            judged.stream()
                .map(
                    j -> {
                      double probability = first.probability(j.evidence());
                      return new Thresholds.Likely(
                          j, probability, Math.max(probability, any.probability(j.evidence())));
                    })
                .toList());
    return new Model(weights, first, any, thresholds.found(), thresholds.offered());
  }
}

package backchat.knowledge.triage;

import backchat.knowledge.content.Role;
import java.util.Optional;
import java.util.Set;

/** Decides which mentions of a message count. Confined to one thread. */
final class Judge {
  private static final Set<String> QUESTION_WORDS =
      Set.of(
          "can", "could", "does", "do", "is", "are", "should", "will", "would", "may", "what",
          "which", "when", "why", "how", "who", "where");

  /** What begins a sentence about the thing that was asked about: "a swollen calf? its hot". */
  private static final Set<String> GOES_ON = Set.of("it", "its", "mine", "hers", "i", "my");

  /** "as if they were dead", "wondering if it is": nothing supposed. */
  private static final Set<String> AS_IF =
      Set.of("as", "like", "wonder", "wondering", "sure", "idea", "know");

  private static final Set<String> DEEDS =
      Set.of("massage", "do", "rub", "treat", "press", "fix", "work");

  /** "danger signs of a clot" is a question too, if there is little more to the sentence. */
  private static final int SHORT = 8;

  private final Scene scene;
  private final Denials denials;
  private final Times times;
  private final boolean inGeneral;

  Judge(Scene scene) {
    this.scene = scene;
    this.denials = new Denials(scene);
    this.times = new Times(scene);
    int sentences = scene.words().isEmpty() ? 0 : scene.words().getLast().sentence() + 1;
    boolean general = false;
    for (int i = 0; i < sentences; i++) {
      general |= !scene.of(Role.IN_GENERAL, i).isEmpty();
    }
    this.inGeneral = general;
  }

  /** Why a sign does not count, or empty if it does. */
  Optional<String> ruledOut(Span sign, boolean staysTrue, boolean inQuestions) {
    if (isFigure(sign)) {
      return Optional.of("a figure of speech");
    }
    if (denials.denied(sign)) {
      return Optional.of("denied");
    }
    if (!inQuestions && supposed(sign)) {
      return Optional.of("supposed");
    }
    if (!inQuestions && asked(sign)) {
      return Optional.of("asked for information");
    }
    if (!staysTrue && times.over(sign)) {
      return Optional.of("past or settled");
    }
    return Optional.empty();
  }

  private boolean isFigure(Span sign) {
    for (Span figure : scene.of(Role.FIGURE_OF_SPEECH, scene.sentence(sign))) {
      int shared = Math.min(figure.to(), sign.to()) - Math.max(figure.from(), sign.from());
      if (shared >= 2 || shared > 0 && 2 * shared >= sign.to() - sign.from()) {
        return true;
      }
    }
    return false;
  }

  /** Whether "what if" or the like stands before the sign, with no new subject between. */
  private boolean supposed(Span sign) {
    for (Span if_ : scene.of(Role.SUPPOSING, scene.sentence(sign))) {
      boolean likeness = if_.from() > 0 && AS_IF.contains(scene.words().get(if_.from() - 1).word());
      if (!likeness && if_.from() <= sign.from() && !newSubject(if_.to(), sign.from())) {
        return true;
      }
    }
    return false;
  }

  private boolean newSubject(int from, int to) {
    for (int i = from; i <= to && i < scene.words().size(); i++) {
      if (i > 0 && scene.parts().of(i) != scene.parts().of(i - 1) && scene.parts().clausal(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sign belongs to a question for information, with nobody of whom it is said. */
  private boolean asked(Span sign) {
    int sentence = scene.sentence(sign);
    if (asksOfNobody(sign, sentence)) {
      return true;
    }
    for (Span asking : scene.of(Role.ASKING, sentence)) {
      boolean personal =
          scene.anyIn(Role.ONESELF, sentence, asking.to(), sign.to())
              || scene.anyIn(Role.ANOTHER_PERSON, sentence, asking.to(), sign.to())
              || scene.anyIn(Role.CURRENT, sentence, asking.to(), sign.to() + 4);
      if (asking.from() <= sign.from() && !personal) {
        return true;
      }
    }
    boolean here = !scene.of(Role.IN_GENERAL, sentence).isEmpty();
    return inGeneral
        && (here || scene.person(sign) == Mention.Person.UNKNOWN)
        && scene.of(Role.CURRENT, sentence).isEmpty();
  }

  /** Whether a sentence begins like a question and names no person and no time. */
  private boolean asksOfNobody(Span sign, int sentence) {
    int first = sign.from();
    while (first > 0 && scene.parts().sameSentence(first - 1, sign.from())) {
      first--;
    }
    if (scene.words().get(first).word().equals("and") && first < sign.from()) {
      first++;
    }
    int end = sign.to();
    while (end < scene.words().size() && scene.parts().sameSentence(end, sign.from())) {
      end++;
    }
    if (end < scene.words().size() && GOES_ON.contains(scene.words().get(end).word())) {
      return false;
    }
    boolean asking =
        QUESTION_WORDS.contains(scene.words().get(first).word())
                && !scene.words().get(Math.min(end - 1, first + 1)).word().equals("not")
                && !isRequest(first, end)
            || end - first <= SHORT && !scene.of(Role.ASKING, sentence).isEmpty();
    return asking
        && !namesThis(first, end)
        && !scene.anyIn(Role.ONESELF, sentence, first, end)
        && !scene.anyIn(Role.ANOTHER_PERSON, sentence, first, end)
        && !scene.anyIn(Role.CURRENT, sentence, first, end);
  }

  /** Whether a question asks for a deed: "can you massage a swollen calf". */
  private boolean isRequest(int first, int end) {
    return end - first > 2
        && scene.words().get(first + 1).word().equals("you")
        && DEEDS.contains(scene.words().get(first + 2).word());
  }

  /** Whether a question is about the asker's own: "could this be linked". */
  private boolean namesThis(int first, int end) {
    for (int i = first; i < end; i++) {
      String word = scene.words().get(i).word();
      if (word.equals("this") || word.equals("these")) {
        return true;
      }
    }
    return false;
  }
}

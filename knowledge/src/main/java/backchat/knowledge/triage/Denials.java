package backchat.knowledge.triage;

import backchat.knowledge.content.Role;
import java.util.Set;

/**
 * Whether a sign is denied. Confined to one thread.
 *
 * <p>A denial reaches over its own part of the sentence and over a list that goes on with "or"; a
 * term with a denial of its own ("no feeling") is not denied by that word. When it is not plain
 * that a denial reaches a sign, the sign counts.
 */
final class Denials {
  private static final int FARTHEST = 12;
  private static final Set<String> HAVING =
      Set.of(
          "have", "has", "had", "having", "get", "got", "without", "deny", "denies", "never",
          "denied", "been", "any");

  private final Scene scene;

  Denials(Scene scene) {
    this.scene = scene;
  }

  boolean denied(Span sign) {
    int sentence = scene.sentence(sign);
    boolean ownDenial = deniesItself(sign);
    for (Span after : scene.of(Role.DENIED_AFTER, sentence)) {
      if (after.from() >= sign.to()
          && after.from() - sign.to() < FARTHEST / 2
          && scene.parts().of(after.from()) == scene.parts().of(sign.to() - 1)) {
        return true;
      }
    }
    if (ownDenial) {
      return false;
    }
    if (answeredNo(sign, sentence)) {
      return true;
    }
    for (Span denial : scene.of(Role.DENIAL, sentence)) {
      if (denial.to() <= sign.from() && !isVoid(denial, sign) && reaches(denial, sign)) {
        return true;
      }
    }
    return false;
  }

  boolean deniesItself(Span sign) {
    String first = scene.words().get(sign.from()).word();
    if (first.equals("cannot") || first.equals("not") || first.equals("no")) {
      return true;
    }
    return scene.anyIn(Role.DENIAL, scene.sentence(sign), sign.from(), sign.to());
  }

  /** Whether the sentence after the sign is nothing but "no". */
  private boolean answeredNo(Span sign, int sentence) {
    int at = sign.to();
    int size = scene.words().size();
    if (at >= size || scene.words().get(at).sentence() != sentence + 1) {
      return false;
    }
    boolean alone = at + 1 >= size || !scene.parts().sameSentence(at, at + 1);
    return alone && Set.of("no", "none", "nope", "nah").contains(scene.words().get(at).word());
  }

  /** Whether a denial is no denial here, or denies something else. */
  private boolean isVoid(Span denial, Span sign) {
    int sentence = scene.sentence(denial);
    for (Span other : scene.of(Role.NOT_A_DENIAL, sentence)) {
      if (other.overlaps(denial)) {
        return true;
      }
    }
    for (Span other : scene.signs(sentence)) {
      if (other.holds(denial) && !other.overlaps(sign)) {
        return true;
      }
    }
    return false;
  }

  private boolean reaches(Span denial, Span sign) {
    if (sign.from() - denial.to() > FARTHEST) {
      return false;
    }
    if (scene.anyIn(Role.DENIAL_ENDS, scene.sentence(sign), denial.to(), sign.from())) {
      return false;
    }
    boolean list = isHaving(denial) || orFollows(denial);
    for (int i = denial.to(); i <= sign.from(); i++) {
      if (word(i).equals("and") && !list) {
        return false;
      }
      if (scene.parts().of(i) != scene.parts().of(i - 1) && (!list || scene.parts().clausal(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isHaving(Span denial) {
    for (int i = Math.max(0, denial.from() - 1); i <= denial.to(); i++) {
      if (HAVING.contains(word(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean orFollows(Span denial) {
    for (int i = denial.to(); i < scene.words().size() && i < denial.to() + 2 * FARTHEST; i++) {
      if (!scene.parts().sameSentence(denial.from(), i)) {
        return false;
      }
      if (word(i).equals("or") || word(i).equals("nor")) {
        return true;
      }
    }
    return false;
  }

  private String word(int at) {
    return at < scene.words().size() ? scene.words().get(at).word() : "";
  }
}

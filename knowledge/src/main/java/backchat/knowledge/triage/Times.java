package backchat.knowledge.triage;

import backchat.knowledge.content.Role;
import java.util.List;
import java.util.Set;

/** Whether a sign is over. Confined to one thread. */
final class Times {
  private static final int NEAR = 15;
  private static final Set<String> PRESENT =
      Set.of(
          "am", "is", "are", "cannot", "has", "have", "got", "been", "hurts", "hurt", "feel",
          "feels", "keep", "keeps", "aches", "ache", "gets", "get", "do", "does", "looks", "goes",
          "wont", "will", "can");

  /** Before "settled" or the like they say that it is not. */
  private static final Set<String> NOT_YET =
      Set.of(
          "cannot", "till", "til", "until", "if", "whether", "unless", "before", "hope", "hoping",
          "wait", "waiting", "will", "would");

  /** After "settled" or the like they say that it is not by itself: "gets better when I move". */
  private static final Set<String> ONLY = Set.of("when", "if", "once", "with", "while", "whenever");

  private final Scene scene;

  Times(Scene scene) {
    this.scene = scene;
  }

  boolean over(Span sign) {
    int sentence = scene.sentence(sign);
    if (settledAfter(sign, sentence)) {
      return true;
    }
    List<Span> past = scene.of(Role.LONG_AGO, sentence);
    if (past.isEmpty() || currentIn(sign)) {
      return false;
    }
    int nearest = Integer.MAX_VALUE;
    for (Span span : past) {
      if (partOfNow(span)) {
        continue;
      }
      if (samePart(span, sign)) {
        return true;
      }
      nearest = Math.min(nearest, distance(span, sign));
    }
    for (Span span : scene.of(Role.CURRENT, sentence)) {
      if (counts(span) && distance(span, sign) <= nearest) {
        return false;
      }
    }
    return nearest <= 2 * NEAR && !presentIn(sign);
  }

  /** Whether "healed" or the like follows the sign, with no other sign before it. */
  private boolean settledAfter(Span sign, int sentence) {
    for (Span settled : scene.of(Role.SETTLED, sentence)) {
      if (unsettled(settled)) {
        continue;
      }
      if (settled.overlaps(sign)) {
        return true;
      }
      boolean after = settled.from() >= sign.to() && settled.from() - sign.to() <= NEAR;
      if (samePart(settled, sign) && (after || settled.to() <= sign.from() + 1)) {
        return true;
      }
      if (after && !currentIn(sign) && !otherSignIn(settled)) {
        return true;
      }
    }
    for (Span settled : scene.of(Role.SETTLED, sentence + 1)) {
      int start = settled.from();
      while (start > 0 && scene.parts().sameSentence(start - 1, settled.from())) {
        start--;
      }
      if (settled.from() - start <= 4
          && !unsettled(settled)
          && !otherSignIn(settled)
          && !currentIn(sign)) {
        return true;
      }
    }
    return false;
  }

  /** Whether "gone away" is "not gone away" or "until it goes away" here. */
  private boolean unsettled(Span settled) {
    int sentence = scene.sentence(settled);
    int from = Math.max(0, settled.from() - 3);
    int next = settled.to();
    if (next < scene.words().size()
        && scene.parts().sameSentence(next, settled.from())
        && ONLY.contains(scene.words().get(next).word())) {
      return true;
    }
    for (int i = from; i < settled.from(); i++) {
      boolean same = scene.parts().sameSentence(i, settled.from());
      if (same && NOT_YET.contains(scene.words().get(i).word())) {
        return true;
      }
    }
    return scene.anyIn(Role.DENIAL, sentence, from, settled.from());
  }

  /** Whether a part holds a sign of its own, of which "healed" is said. */
  private boolean otherSignIn(Span settled) {
    for (Span other : scene.signs(scene.sentence(settled))) {
      if (samePart(other, settled) && !other.overlaps(settled)) {
        return true;
      }
    }
    return false;
  }

  /** Whether "since yesterday" or the like stands in the sign's own part. */
  private boolean currentIn(Span sign) {
    for (Span current : scene.of(Role.CURRENT, scene.sentence(sign))) {
      if (samePart(current, sign) && counts(current)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word such as "now" is not part of "fine now". */
  private boolean counts(Span current) {
    for (Role role : List.of(Role.SETTLED, Role.LONG_AGO, Role.FIGURE_OF_SPEECH)) {
      for (Span other : scene.of(role, scene.sentence(current))) {
        if (other.overlaps(current) && !current.holds(other)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether "in the past" is part of "in the past month" here. */
  private boolean partOfNow(Span past) {
    return scene.of(Role.CURRENT, scene.sentence(past)).stream()
        .anyMatch(current -> current.holds(past));
  }

  private boolean presentIn(Span sign) {
    int part = scene.parts().of(sign.from());
    for (int i = sign.from(); i >= 0 && scene.parts().of(i) == part; i--) {
      if (PRESENT.contains(scene.words().get(i).word())) {
        return true;
      }
    }
    for (int i = sign.from();
        i < scene.words().size() && scene.parts().of(i) == scene.parts().of(sign.to() - 1);
        i++) {
      if (PRESENT.contains(scene.words().get(i).word())) {
        return true;
      }
    }
    return false;
  }

  private boolean samePart(Span a, Span b) {
    int first = scene.parts().of(a.from());
    return first >= scene.parts().of(b.from()) && first <= scene.parts().of(b.to() - 1);
  }

  private static int distance(Span a, Span b) {
    return a.to() <= b.from() ? b.from() - a.to() : Math.max(0, a.from() - b.to());
  }
}

package backchat.knowledge;

import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Phrases;
import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Urgency;
import java.util.List;
import java.util.Optional;

/** What came of a question. Immutable. Errors are not answers: a failing search throws. */
public sealed interface Answer {
  /** The word for it in output that programs read. */
  String outcome();

  /**
   * One passage answers the question.
   *
   * @param passage to be sent word for word
   * @param confidence how likely it is right, 0 to 1
   * @param related passages to offer next, possibly none
   */
  record Found(Passage passage, double confidence, List<Passage> related) implements Answer {
    /** Copies the list. */
    public Found {
      related = List.copyOf(related);
    }

    @Override
    public String outcome() {
      return "found";
    }
  }

  /**
   * One of a few passages may answer it; the asker chooses.
   *
   * @param candidates 2 or 3, best first
   */
  record Unsure(List<Match> candidates) implements Answer {
    /** Copies the list. */
    public Unsure {
      candidates = List.copyOf(candidates);
    }

    @Override
    public String outcome() {
      return "unsure";
    }
  }

  /**
   * No passage answers it.
   *
   * @param why whether there were words at all
   * @param topics words of the topics to offer
   */
  record NotFound(Phrases.Reply why, List<String> topics) implements Answer {
    /** Copies the list. */
    public NotFound {
      topics = List.copyOf(topics);
    }

    @Override
    public String outcome() {
      return "not-found";
    }
  }

  /**
   * A sign of danger: its fixed card comes first.
   *
   * @param redFlag whose card to show
   * @param urgency at least the red flag's own
   * @param then general information that may follow, where the red flag allows it
   */
  record Urgent(RedFlag redFlag, Urgency urgency, Optional<Found> then) implements Answer {
    @Override
    public String outcome() {
      return "urgent";
    }
  }

  /**
   * A greeting or the like, answered in kind.
   *
   * @param reply fixed text
   */
  record SmallTalk(String reply) implements Answer {
    @Override
    public String outcome() {
      return "small-talk";
    }
  }

  /**
   * Two rows of a table side by side answer "this or that?".
   *
   * @param comparison to show
   * @param nearest the passage that would have been the answer
   * @param confidence how likely that passage is right, 0 to 1
   */
  record Compared(Comparison comparison, Passage nearest, double confidence) implements Answer {
    @Override
    public String outcome() {
      return "found";
    }
  }

  /**
   * The question is in another language.
   *
   * @param reply says in that language that only English is understood
   */
  record OtherLanguage(String reply) implements Answer {
    @Override
    public String outcome() {
      return "not-found";
    }
  }
}

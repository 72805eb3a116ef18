package backchat.bot.conversation;

import backchat.knowledge.Comparison;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Passage;
import java.util.List;
import java.util.Optional;

/** What the bot says, without any markup; each platform has one renderer for it. Immutable. */
public sealed interface Reply {
  /**
   * A passage, word for word.
   *
   * @param passage to show
   * @param evidence what it rests on
   * @param related passages to offer next, possibly none
   * @param disclaimer stands last
   */
  record OfPassage(Passage passage, Evidence evidence, List<Choice> related, Disclaimer disclaimer)
      implements Reply {
    /** Copies the list. */
    public OfPassage {
      related = List.copyOf(related);
    }
  }

  /**
   * Two rows of a table side by side.
   *
   * @param comparison to show
   * @param evidence what it rests on
   * @param disclaimer stands last
   */
  record OfComparison(Comparison comparison, Evidence evidence, Disclaimer disclaimer)
      implements Reply {}

  /**
   * A red-flag card.
   *
   * @param opening how urgent it is, in the first words
   * @param title of the card
   * @param text what to do now
   * @param numbers lines with emergency, crisis or poison numbers
   * @param general marks what follows as general; empty when nothing follows
   * @param then general information after the card, where the red flag allows it
   * @param disclaimer stands last
   */
  record OfCard(
      String opening,
      String title,
      String text,
      List<String> numbers,
      String general,
      Optional<OfPassage> then,
      Disclaimer disclaimer)
      implements Reply {
    /** Copies the list. */
    public OfCard {
      numbers = List.copyOf(numbers);
    }
  }

  /**
   * Something to pick from.
   *
   * @param text stands above the choices
   * @param choices at least one
   * @param apart choices of another kind, which stand apart from these; possibly none
   */
  record OfChoices(List<Block> text, List<Choice> choices, List<Choice> apart) implements Reply {
    /** Copies the lists. */
    public OfChoices {
      text = List.copyOf(text);
      choices = List.copyOf(choices);
      apart = List.copyOf(apart);
    }

    /** Choices of one kind. */
    public OfChoices(List<Block> text, List<Choice> choices) {
      this(text, choices, List.of());
    }
  }

  /**
   * Fixed text without health information.
   *
   * @param text at least one block
   */
  record OfNotice(List<Block> text) implements Reply {
    /** Copies the list. */
    public OfNotice {
      text = List.copyOf(text);
    }

    /** Fixed text, one paragraph a line. */
    public static OfNotice of(String text) {
      return new OfNotice(Replies.paragraphs(text));
    }
  }

  /**
   * A change that a moderator may make.
   *
   * @param passage as askers would see it; empty where no passage changes
   * @param text what the change does
   * @param choices what to do about it, at least one
   */
  record OfPreview(Optional<OfPassage> passage, List<Block> text, List<Choice> choices)
      implements Reply {
    /** Copies the lists. */
    public OfPreview {
      text = List.copyOf(text);
      choices = List.copyOf(choices);
    }
  }

  /**
   * Text without health information, and more of it in an attached file.
   *
   * @param text at least one block
   * @param name of the file, such as {@code problems.txt}: {@code [a-z0-9-]} and an ending
   * @param content of the file, which is sent as UTF-8
   */
  record OfFile(List<Block> text, String name, String content) implements Reply {
    /** Copies the list. */
    public OfFile {
      text = List.copyOf(text);
    }
  }
}

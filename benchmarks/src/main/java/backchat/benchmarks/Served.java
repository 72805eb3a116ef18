package backchat.benchmarks;

import backchat.bot.conversation.Replies;
import backchat.bot.conversation.Reply;
import backchat.knowledge.BrokenContent;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Options;
import backchat.knowledge.content.Passage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The catalogue, and what is asked of it. Immutable. */
public final class Served {
  private static final int EVERY = 9;

  /** What people write before their question; some 50 words. */
  private static final List<String> BEFORE =
      List.of(
          "Hi, I am 43 and I drive a van for a living. My lower back has been stiff in the mornings"
              + " since we moved house in spring, and it gets better once I have walked about."
              + " Last week a friend told me what she does for hers, and now I wonder. ",
          "Hello everybody. I have an office job and sit most of the day. For some months there has"
              + " been an ache between my shoulders by the afternoon, worse in front of two"
              + " screens. I have tried a new chair, which did not do much for me. ",
          "Good evening. My husband lifted a heavy box last weekend and has felt his back since."
              + " He is up and about, he sleeps well and he went to work again today, but he does"
              + " not want to make it worse. We could not agree, so I said I would ask. ");

  private Served() {}

  /** The checkout's folder. */
  public static Path home() {
    return Path.of(System.getProperty("backchat.home", "."));
  }

  /** The catalogue's folder. */
  public static Path content() {
    return home().resolve("knowledge/content");
  }

  /** The catalogue for words alone, or with vectors kept in the checkout's data folder. */
  public static Edition edition(boolean meaning) {
    try {
      Options options =
          meaning
              ? new Options(true, Optional.of(home().resolve("data/vectors.bin")))
              : Options.WORDS;
      return Knowledge.open(content(), Clock.systemUTC(), options).edition();
    } catch (BrokenContent e) {
      throw new IllegalStateException(e);
    }
  }

  /** Questions as people write them, or with their story of some 50 words before. */
  public static List<String> texts(Edition edition, boolean stories) {
    List<String> texts = new ArrayList<>();
    int count = 0;
    for (Passage passage : edition.content().passages()) {
      for (String question : passage.questions()) {
        if (count++ % EVERY == 0) {
          texts.add((stories ? BEFORE.get(count % BEFORE.size()) : "") + question + " please");
        }
      }
    }
    return texts;
  }

  /** Every passage as a reply. */
  public static Reply[] replies() {
    Edition edition = edition(false);
    Replies replies = new Replies(edition);
    return edition.content().passages().stream().map(replies::passage).toArray(Reply[]::new);
  }
}

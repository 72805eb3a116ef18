package backchat.bot.telegram;

import backchat.bot.conversation.Request;
import java.util.Optional;

/** What an update asks of us. Immutable. */
sealed interface Incoming {
  /**
   * Where an answer goes. Immutable.
   *
   * @param chat id of the chat
   * @param topic id of the forum topic
   * @param group whether others read along
   */
  record Place(long chat, Optional<Integer> topic, boolean group) {
    /** Says nothing of who it is. */
    @Override
    public String toString() {
      return group ? "a group" : "a private chat";
    }
  }

  /**
   * Words for the bot.
   *
   * @param request what is asked
   * @param place where
   * @param message id of the message
   * @param quiet whether the answer should come without a sound
   * @param edited whether the asker has changed the message within two minutes
   */
  record Asked(Request request, Place place, int message, boolean quiet, boolean edited)
      implements Incoming {}

  /** The first message of somebody who followed a link with a code of ours. */
  record Opened(String code, Request request, Place place, int message) implements Incoming {}

  /**
   * Something other than words, in a private chat.
   *
   * @param album of which it is one part; empty when it stands alone
   */
  record Wordless(Request request, Place place, int message, String album) implements Incoming {}

  /**
   * A button was pressed.
   *
   * @param query to be told what came of it
   * @param code of the button
   * @param request who pressed, and in which conversation; its argument is empty
   * @param place empty when the button stands under a message posted in somebody's name
   * @param message with the button
   */
  record Pressed(String query, String code, Request request, Optional<Place> place, int message)
      implements Incoming {}

  /** Something typed after the bot's name in any chat. */
  record Typed(String query, String text) implements Incoming {}
}

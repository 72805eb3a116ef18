package backchat.bot.telegram;

import backchat.bot.config.TelegramConfig;
import backchat.bot.conversation.Command;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Reply;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethodBoolean;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/** Tells Telegram the bot's commands and descriptions at each start. Thread-safe. */
final class Profile implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Profile.class);
  private static final int LONGEST_DESCRIPTION = 512;
  private static final int LONGEST_SHORT_DESCRIPTION = 120;
  private static final int TRIES = 5;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Api api;
  private final TelegramConfig config;
  private final Commands commands;

  Profile(Api api, TelegramConfig config, Commands commands) {
    this.api = api;
    this.config = config;
    this.commands = commands;
  }

  @Override
  public void run() {
    try {
      set();
    } catch (InterruptedException e) {
      LOG.info("stopped before Telegram had all commands");
    }
  }

  /** Sets everything; what Telegram will not take is logged, and serving goes on without it. */
  private void set() throws InterruptedException {
    List<BotApiMethodBoolean> calls = new ArrayList<>();
    calls.add(menu(false, new BotCommandScopeDefault()));
    calls.add(menu(false, new BotCommandScopeAllGroupChats()));
    // a moderator's private chat has the moderator's own id
    for (long chat : config.moderators().stream().sorted().toList()) {
      calls.add(menu(true, new BotCommandScopeChat(Long.toString(chat))));
    }
    for (long chat : config.moderatorChats().stream().sorted().toList()) {
      calls.add(menu(true, new BotCommandScopeChatAdministrators(Long.toString(chat))));
    }
    SetMyDescription description = new SetMyDescription();
    description.setDescription(text(Phrases.Reply.PROFILE, LONGEST_DESCRIPTION));
    calls.add(description);
    SetMyShortDescription line = new SetMyShortDescription();
    line.setShortDescription(text(Phrases.Reply.PROFILE_SHORT, LONGEST_SHORT_DESCRIPTION));
    calls.add(line);
    for (BotApiMethodBoolean call : calls) {
      set(call);
    }
  }

  private SetMyCommands menu(boolean moderators, BotCommandScope scope) {
    List<BotCommand> menu =
        commands.all().stream()
            .filter(c -> moderators || c.audience() == Command.Audience.EVERYBODY)
            .map(command -> new BotCommand(command.name(), command.description()))
            .toList();
    return new SetMyCommands(menu, scope, null);
  }

  private String text(Phrases.Reply reply, int most) {
    Reply.OfNotice notice = commands.notice(reply);
    String text =
        notice.text().stream()
            .map(block -> block instanceof Block.Paragraph paragraph ? paragraph.text() : "")
            .collect(Collectors.joining("\n"));
    return Shorten.toWord(text, most);
  }

  private void set(BotApiMethodBoolean call) throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      try {
        api.call(call);
        return;
      } catch (CallFailed e) {
        LOG.warn("{}", e.getMessage());
        if (e.kind() == CallFailed.Kind.REFUSED) {
          return;
        }
        Thread.sleep(e.retryAfter().isZero() ? PAUSE : e.retryAfter());
      }
    }
  }
}

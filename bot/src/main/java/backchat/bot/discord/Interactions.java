package backchat.bot.discord;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Request;
import backchat.knowledge.Edition;
import backchat.knowledge.content.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;

/** Commands, autocomplete, menus and buttons. Thread-safe: each event has a virtual thread. */
final class Interactions extends ListenerAdapter {
  private final Serving serving;
  private final FirstResponse first;
  private final ShowToChannel showing;

  Interactions(Serving serving, DiscordRenderer renderer) {
    this.serving = serving;
    this.first = new FirstResponse(serving, renderer);
    this.showing = new ShowToChannel(serving, renderer);
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    Serving.guarded("command", () -> command(event));
  }

  private void command(SlashCommandInteractionEvent event) {
    if (!serving.once().first(event.getId())) {
      return;
    }
    String name = event.getName();
    boolean wished = event.getOption("private", false, OptionMapping::getAsBoolean);
    boolean hidden = inServer(event) && SlashList.hidden(name, wished);
    Request bare = new Request(name, argument(event), asker(event), conversation(event));
    Request request = Attached.to(event).map(bare::with).orElse(bare);
    if (name.equals(Commands.MODERATE)) {
      first.giveModerator(event, hidden, () -> serving.commands().respond(request));
    } else {
      first.give(event, hidden, request, reply -> Around.NOTHING);
    }
  }

  private static String argument(SlashCommandInteractionEvent event) {
    return switch (event.getName()) {
      case "ask" -> text(event, "question");
      case "compare" -> text(event, "a") + " | " + text(event, "b");
      case "topics" -> text(event, "topic");
      case Commands.MODERATE ->
          Stream.concat(
                  Stream.ofNullable(event.getSubcommandName()),
                  event.getOptionsByType(OptionType.STRING).stream()
                      .map(OptionMapping::getAsString))
              .collect(Collectors.joining(" "));
      default -> text(event, "text");
    };
  }

  private static String text(SlashCommandInteractionEvent event, String option) {
    return event.getOption(option, "", OptionMapping::getAsString);
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    Serving.guarded(
        "suggestion",
        () -> {
          Edition edition = serving.knowledge().edition();
          String typed = event.getFocusedOption().getValue();
          List<String> choices =
              switch (event.getFocusedOption().getName()) {
                case "question" -> Suggestions.questions(edition, typed);
                case "a" -> Suggestions.comparable(edition, typed, "");
                case "b" ->
                    Suggestions.comparable(
                        edition, typed, event.getOption("a", "", OptionMapping::getAsString));
                case "topic" -> Suggestions.topics(edition, typed);
                case SlashList.PASSAGE -> Suggestions.ids(edition, typed);
                default -> List.of();
              };
          event.replyChoiceStrings(choices).complete();
        });
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    Serving.guarded("menu", () -> menu(event));
  }

  private void menu(MessageContextInteractionEvent event) {
    if (!event.getName().equals(SlashList.MENU) || !serving.once().first(event.getId())) {
      return;
    }
    String question = Addressed.text(event.getTarget());
    Request request = Request.ask(question, asker(event), conversation(event));
    String target = event.getTarget().getId();
    first.give(event, inServer(event), request, reply -> around(event, target, reply));
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    Serving.guarded(
        "button",
        () ->
            CustomIds.read(event.getComponentId())
                .ifPresentOrElse(
                    id -> {
                      if (id.kind() == CustomIds.Kind.SHOW) {
                        show(event, id);
                      } else {
                        pressed(event, id.code(), id.target());
                      }
                    },
                    () -> gone(event)));
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    Serving.guarded(
        "menu",
        () ->
            CustomIds.read(event.getComponentId())
                .ifPresentOrElse(
                    id -> pressed(event, event.getValues().getFirst(), id.target()),
                    () -> gone(event)));
  }

  private void show(ButtonInteractionEvent event, CustomIds id) {
    if (isDouble(event, id.code())) {
      event.deferEdit().complete();
    } else {
      showing.show(event, id);
    }
  }

  /** Does what a button or an entry says; the answer in a server is for who pressed it only. */
  private void pressed(GenericComponentInteractionCreateEvent event, String code, String target) {
    if (!serving.once().first(event.getId())) {
      return;
    }
    Optional<Choice.Action> action = serving.commands().action(code);
    if (action.isPresent() && action.get() instanceof Choice.Rate && isDouble(event, code)) {
      event.deferEdit().complete();
      return;
    }
    if (action.isPresent() && action.get() instanceof Choice.Moderate act) {
      Asker asker = asker(event);
      String conversation = conversation(event);
      first.giveModerator(
          event, inServer(event), () -> serving.commands().choose(act, asker, conversation));
      return;
    }
    String belongs = target.isEmpty() && isSeenByAll(event) ? event.getMessageId() : target;
    first.give(
        event,
        inServer(event),
        () ->
            action.isEmpty()
                ? Optional.of(serving.commands().notice(Phrases.Reply.GONE))
                : serving.commands().choose(action.get(), asker(event), conversation(event)),
        reply -> around(event, belongs, reply));
  }

  /** Whether the same person pressed the same button before, in the last while. */
  private boolean isDouble(GenericComponentInteractionCreateEvent event, String code) {
    return !serving.once().first(event.getMessageId() + " " + event.getUser().getId() + " " + code);
  }

  private void gone(GenericComponentInteractionCreateEvent event) {
    first.give(
        event,
        inServer(event),
        () -> Optional.of(serving.commands().notice(Phrases.Reply.GONE)),
        reply -> Around.NOTHING);
  }

  /** Discord may leave the message out when only one person sees it. */
  private static boolean isSeenByAll(GenericComponentInteractionCreateEvent event) {
    Message message = event.getMessage();
    return inServer(event) && message != null && !message.isEphemeral();
  }

  private Around around(Interaction event, String target, Reply reply) {
    if (!inServer(event) || target.isEmpty()) {
      return Around.NOTHING;
    }
    return new Around(target, Shown.code(reply, serving.knowledge().edition()));
  }

  private static boolean inServer(Interaction event) {
    return event.getContext() != net.dv8tion.jda.api.interactions.InteractionContextType.BOT_DM;
  }

  private Asker asker(Interaction event) {
    Guild guild = event.getGuild();
    Member member = event.getMember();
    return serving.asker(
        event.getUser(),
        member == null ? "" : member.getEffectiveName(),
        guild == null ? "" : guild.getId(),
        member == null || guild == null || guild.isDetached() ? List.of() : member.getRoles());
  }

  private static String conversation(Interaction event) {
    return "discord:" + event.getChannelId() + ":" + event.getUser().getId();
  }
}

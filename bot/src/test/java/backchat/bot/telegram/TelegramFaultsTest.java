package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backchat.bot.config.TelegramConfig;
import backchat.bot.conversation.Platform;
import backchat.bot.conversation.Samples;
import backchat.bot.conversation.Work;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can go wrong on the wire: polling goes on and nothing is lost. */
final class TelegramFaultsTest {
  private static final String HELLO = "hello";

  @TempDir private Path data;
  private final TelegramRig rig = new TelegramRig();

  @BeforeEach
  void start() {
    rig.start(data);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  static Stream<Fault> sending() {
    return Stream.of(
        Fault.tooMany(1),
        new Fault.Page(429),
        Fault.refused(500, "Internal Server Error"),
        new Fault.Page(502),
        new Fault.Page(504),
        new Fault.Drop(false),
        new Fault.Hang(false),
        new Fault.Instead("{\"ok\":true,\"result\":{\"message_id\":1"),
        new Fault.Instead("{\"ok\":true,\"result\":null}"),
        new Fault.Instead("{\"ok\":true,\"result\":{\"message_id\":\"?\"}}"),
        new Fault.Instead("<html>fine</html>"),
        new Fault.Instead(""),
        new Fault.Instead("[]"),
        new Fault.CutOff());
  }

  @ParameterizedTest
  @MethodSource("sending")
  void anAnswerArrivesOnceWhateverHappensToItsSending(Fault fault) {
    rig.server().fault("sendMessage", fault);
    rig.users().says("ann", HELLO);
    rig.users().says("bob", HELLO);
    rig.server().await("both answers", sent -> to("ann", sent) == 1 && to("bob", sent) == 1);
    rig.users().says("ann", HELLO);
    List<Sent> sent = rig.server().await("a third answer", all -> to("ann", all) == 2);
    assertThat(sent).hasSize(3);
    assertThat(rig.server().faultsAreOver()).isTrue();
  }

  /** The one case in which an answer is doubled: it arrived, and the news of it did not. */
  @ParameterizedTest
  @MethodSource("unknownOutcomes")
  void anAnswerOfUnknownFateIsSentAgainRatherThanLost(Fault fault) {
    rig.server().fault("sendMessage", fault);
    rig.users().says("ann", HELLO);
    rig.users().says("ann", HELLO);
    rig.server().await("two answers and a double", sent -> to("ann", sent) == 3);
    assertThat(rig.server().faultsAreOver()).isTrue();
  }

  static Stream<Fault> unknownOutcomes() {
    return Stream.of(new Fault.Drop(true), new Fault.Hang(true));
  }

  @Test
  void aPersonWhoBlockedTheBotHoldsUpNobody() {
    long ann = rig.users().id("ann");
    rig.server().state().blockedBy(ann);
    rig.users().says("ann", HELLO);
    rig.users().says("bob", HELLO);
    rig.server().await("an answer", sent -> to("bob", sent) == 1);
    rig.server().fault("sendMessage", Fault.refused(400, "Bad Request: something"));
    rig.users().says("bob", HELLO);
    rig.users().says("bob", HELLO);
    rig.server().await("the second answer", sent -> to("bob", sent) == 2);
  }

  @Test
  void aGroupThatMovedIsAnsweredWhereItIsNow() {
    long now = -1_009_999_999_999L;
    rig.server().state().migrate(TelegramUsers.GROUP, now);
    rig.users().sends("ann", TelegramUsers.GROUP, message -> message.put("text", "/help"));
    rig.server().await("help", sent -> sent.stream().anyMatch(one -> one.chat() == now));
  }

  static Stream<Fault> polling() {
    return Stream.of(
        Fault.tooMany(1),
        Fault.refused(401, "Unauthorized"),
        Fault.refused(404, "Not Found"),
        Fault.refused(409, "Conflict: terminated by other getUpdates request"),
        Fault.refused(500, "Internal Server Error"),
        new Fault.Page(502),
        new Fault.Drop(false),
        new Fault.Drop(true),
        new Fault.CutOff(),
        new Fault.Instead("{\"ok\":true,\"result\":[{\"update_id\":1"),
        new Fault.Instead("{\"ok\":true,\"result\":null}"),
        new Fault.Instead("{\"ok\":true}"),
        new Fault.Instead("{\"result\":[]}"),
        new Fault.Instead(""),
        new Fault.Instead("<html>"),
        new Fault.Hang(false));
  }

  @ParameterizedTest
  @MethodSource("polling")
  void pollingGoesOn(Fault fault) {
    rig.server().fault("getUpdates", fault);
    rig.users().says("ann", HELLO);
    rig.server().await("an answer before the fault", sent -> to("ann", sent) == 1);
    rig.users().says("ann", HELLO);
    rig.server().await("the fault", sent -> rig.server().faultsAreOver());
    rig.users().says("ann", HELLO);
    List<Sent> sent = rig.server().await("all answers", all -> to("ann", all) == 3);
    assertThat(sent).hasSize(3);
    rig.server().await("good health", all -> rig.adapter().health().ready());
  }

  @Test
  void anotherCopyIsNoticedAndOutwaited() {
    rig.users().says("ann", HELLO);
    rig.server().await("an answer", sent -> to("ann", sent) == 1);
    rig.server()
        .await("the next poll waits", sent -> rig.server().state().updates().allConfirmed());
    var poll = JsonNodeFactory.instance.objectNode().put("timeout", 1);
    Thread rival =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    rig.server().state().updates().poll(poll);
                  } catch (InterruptedException | TelegramRefusal e) {
                    // it was our turn
                  }
                });
    rig.server().await("bad health", sent -> !rig.adapter().health().ready());
    assertThat(rig.adapter().health().says()).contains("another copy");
    rival.interrupt();
    rig.users().says("ann", HELLO);
    rig.server().await("an answer after all", sent -> to("ann", sent) == 2);
    rig.server().await("good health", sent -> rig.adapter().health().ready());
  }

  @Test
  void whatCannotBeParsedIsSteppedOver() {
    rig.users().raw("\"message\":{\"chat\":\"no chat\"}");
    rig.users().raw("\"message\":{\"message_id\":1,\"date\":1,\"from\":null,\"chat\":null}");
    rig.users().raw("\"message\":null");
    rig.users().raw("\"something_new\":{\"a\":[1]}");
    rig.users().raw("\"callback_query\":{\"id\":5}");
    rig.users().says("ann", HELLO);
    assertThat(rig.server().await("an answer", sent -> to("ann", sent) == 1)).hasSize(1);
    rig.server().await("confirmation", sent -> rig.server().state().updates().allConfirmed());
  }

  @Test
  void theSameUpdateTwiceIsAnsweredOnce() {
    rig.server().state().updates().handOutTwice();
    rig.users().says("ann", HELLO);
    rig.users().says("ann", "/help");
    rig.server().await("both answers", sent -> to("ann", sent) == 2);
    rig.users().says("bob", HELLO);
    assertThat(rig.server().await("a third", sent -> to("bob", sent) == 1)).hasSize(3);
  }

  @Test
  void aTokenThatIsRefusedAtTheStartIsSaidWithoutTellingIt() {
    TelegramConfig wrong =
        new TelegramConfig(
            Optional.of(new backchat.bot.config.Secret("999:wrong-token")),
            rig.server().url(),
            rig.config().longPoll(),
            rig.config().answerWithin(),
            rig.config().conflictRetry(),
            30,
            3,
            20,
            java.util.Set.of(),
            java.util.Set.of());
    TelegramAdapter adapter =
        new TelegramAdapter(
            wrong,
            TelegramRig.ledger(data.resolve("other")),
            Samples.commands(Clock.systemUTC()),
            new Work(10),
            10,
            Clock.systemUTC());
    assertThatThrownBy(adapter::start)
        .isInstanceOf(Platform.StartFailed.class)
        .hasMessageContaining("refuses the token")
        .hasMessageNotContaining("999");
    adapter.stop(TelegramRig.STOP);
  }

  @Test
  void anErrorInsideIsOneApologyAndTheNextIsAnswered() {
    rig.stopAdapter();
    rig.start(data, rig.config(), Samples.failing(Clock.systemUTC()));
    rig.users().says("ann", "/boom");
    rig.users().says("ann", HELLO);
    List<Sent> sent = rig.server().await("both answers", all -> to("ann", all) == 2);
    assertThat(sent.getFirst().text()).startsWith("Sorry, something went wrong on my side");
  }

  @Test
  void telegramOutOfReachAtTheStartIsTriedAgain() {
    rig.stopAdapter();
    rig.server().fault("getMe", new Fault.Drop(false));
    rig.server().fault("getMe", new Fault.Page(502));
    rig.start(data);
    assertThat(rig.adapter().health().ready()).isFalse();
    rig.users().says("ann", HELLO);
    rig.server().await("an answer", sent -> to("ann", sent) == 1);
  }

  private long to(String user, List<Sent> sent) {
    long chat = rig.users().id(user);
    return sent.stream().filter(one -> one.chat() == chat).count();
  }
}

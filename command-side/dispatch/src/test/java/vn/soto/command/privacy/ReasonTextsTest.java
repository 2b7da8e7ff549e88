package vn.soto.command.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.ReasonFields;
import vn.soto.command.binding.RejectingSealer;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.StatedReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.DomainModel;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.Opened;
import vn.soto.privacy.PersonalDataReader;

/** Reasons from a client's request to the header of the commit and back. */
final class ReasonTextsTest {

    private static final String UNITS = """
            {"unit":"%s","kind":"%s","name":"%s",%s"instrument":{"number":"1/QĐ","signedOn":"2024-01-01"},\
            "effectiveFrom":"2024-01-01"}""";
    private static final String SHOP = "019a0000-0000-7000-8000-0000000000c1";
    private static final Subject ABOUT = Subject.parse("business:" + SHOP);
    private static final String WORDS = "Bà Bảy ở cuối hẻm báo nhầm";

    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    private final MemorySubjectKeys keys = new MemorySubjectKeys(PersonalDataFixture.CLOCK);
    private final MemoryLedger ledger = new MemoryLedger("test/reasons", PersonalDataFixture.CLOCK);
    private final Keyring keyring = Keyring.open(keys, keys, master, "test");

    @AutoClose
    private final CommandSide side = CommandSide.start(
            ledger,
            ledger,
            keyring,
            EventCodec.product(),
            PersonalDataFixture.CLOCK,
            DefaultPolicy.standard(),
            new SimpleMeterRegistry());

    private final CommandService service =
            CommandService.over(side, new KeyringSealer(keyring, ledger, DomainModel.commands()));
    private int sent;

    @Test
    void aCodeStandsInTheHeaderAndTheTextIsSealedBesideIt() {
        shop();

        Commit commit = commit(correct("HTX-2", "WRONG_ENTRY", WORDS));

        StatedReason.Coded stated = (StatedReason.Coded) StatedReason.parse(String.valueOf(commit.reason()));
        assertThat(stated.code()).isEqualTo(ReasonCode.WRONG_ENTRY);
        assertThat(opened(commit, stated.text())).isEqualTo(new Opened.Clear(WORDS));
        assertThat(String.valueOf(commit.reason())).doesNotContain("Bảy");
        assertThat(commit.events())
                .noneMatch(event -> new String(event.payload().bytes(), StandardCharsets.UTF_8).contains("Bảy")
                        || event.metadata().toString().contains("Bảy"));
    }

    @Test
    void aCodeMayStandAlone() {
        shop();

        assertThat(commit(correct("HTX-2", "DUPLICATE", null)).reason()).isEqualTo("DUPLICATE");
    }

    @Test
    void wordsAndCodesOfOtherCommandsAreRefused() {
        shop();

        for (String reason : List.of("Ghi nhầm mã", "WEATHER", "wrong_entry")) {
            assertThatExceptionOfType(InvalidFieldException.class)
                    .isThrownBy(() -> correct("HTX-2", reason, null))
                    .satisfies(bad -> assertThat(bad.field() + " " + bad.kind()).isEqualTo("reason reason"));
        }
    }

    @Test
    void theTextIsCheckedLikeEveryOther() {
        shop();

        assertThatThrownBy(() -> correct("HTX-2", "OTHER", "gọi 0912 345 678"))
                .isInstanceOf(RuleViolatedException.class);
        assertThatThrownBy(() -> correct("HTX-2", null, WORDS)).isInstanceOf(InvalidFieldException.class);
        try (CommandSide without = CommandSide.start(
                ledger,
                ledger,
                EventCodec.product(),
                PersonalDataFixture.CLOCK,
                DefaultPolicy.standard(),
                new SimpleMeterRegistry())) {
            CommandService keyless = CommandService.over(without, new RejectingSealer());
            assertThatExceptionOfType(InvalidFieldException.class)
                    .isThrownBy(() -> submit(keyless, next(), "correct-business", correction("HTX-2", "OTHER", WORDS)))
                    .satisfies(bad -> assertThat(bad.field()).isEqualTo(ReasonFields.TEXT));
        }
    }

    @Test
    void theTextGoesWithWhomItIsAbout() {
        shop();
        Commit commit = commit(correct("HTX-2", "WRONG_ENTRY", WORDS));

        submit(service, next(), "erase-business-data", """
                {"business":"%s","basis":"REQUEST_OF_THE_SUBJECT","reason":"REQUEST_OF_PERSON"}""".formatted(SHOP));

        StatedReason.Coded stated = (StatedReason.Coded) StatedReason.parse(String.valueOf(commit.reason()));
        assertThat(opened(commit, stated.text())).isEqualTo(new Opened.Unreadable());
        assertThatThrownBy(() -> correct("HTX-3", "WRONG_ENTRY", WORDS)).isInstanceOf(RuleViolatedException.class);
        assertThat(commit(correct("HTX-3", "WRONG_ENTRY", null)).reason()).isEqualTo("WRONG_ENTRY");
    }

    @Test
    void aKeyThatSomebodyDestroyedIsNoErasure() {
        shop();
        Commit commit = commit(correct("HTX-2", "WRONG_ENTRY", WORDS));

        keys.destroy(List.of(ABOUT));

        StatedReason.Coded stated = (StatedReason.Coded) StatedReason.parse(String.valueOf(commit.reason()));
        assertThat(opened(commit, stated.text())).isEqualTo(new Opened.Unreadable());
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> correct("HTX-3", "WRONG_ENTRY", WORDS))
                .satisfies(refused -> assertThat(refused.fault()).contains(WriteFault.KEY_DAMAGED));
        assertThat(commit(correct("HTX-3", "WRONG_ENTRY", null)).reason()).isEqualTo("WRONG_ENTRY");
    }

    @Test
    void aCommandRecordedWithWordsIsStillRepeated() {
        UUID id = next();
        EraseMemberData words =
                new EraseMemberData(new MemberId(SHOP), ErasureBasis.REQUEST_OF_THE_SUBJECT, "theo đơn của bà");
        side.gateway().submit(request(id), words);

        assertThat(service.submit(request(id), words).repeat()).isTrue();
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> service.submit(request(next()), words));
    }

    @Test
    void aRefusedCommandLeavesNeitherKeyNorText() {
        UUID id = next();

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> submit(service, id, "correct-business", correction("HTX-2", "OTHER", WORDS)));

        assertThat(keys.size()).isZero();
        assertThat(side.reasonTexts().orElseThrow().holdsFor(id)).isFalse();
    }

    private void shop() {
        submit(service, next(), "establish-unit", UNITS.formatted("p-1", "PROVINCE", "A", "\"officialCode\":\"74\","));
        submit(
                service,
                next(),
                "establish-unit",
                UNITS.formatted("c-1", "COMMUNE", "B", "\"officialCode\":\"25780\",\"parent\":\"p-1\","));
        submit(service, next(), "establish-unit", UNITS.formatted("kp-1", "HAMLET", "C", "\"parent\":\"c-1\","));
        submit(service, next(), "register-business", """
                {"business":"%s","kind":"COOPERATIVE","unit":"kp-1","reference":"HTX-1"}""".formatted(SHOP));
    }

    private CommandOutcome correct(String reference, @Nullable String reason, @Nullable String text) {
        return submit(service, next(), "correct-business", correction(reference, reason, text));
    }

    private static String correction(String reference, @Nullable String reason, @Nullable String text) {
        return """
                {"business":"%s","kind":"COOPERATIVE","reference":"%s","reason":%s,"reasonText":%s}""".formatted(SHOP, reference, quoted(reason), quoted(text));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static CommandOutcome submit(CommandService service, UUID id, String name, String payload) {
        return service.submit(request(id), CommandCatalogue.product().find(name).orElseThrow(), (ObjectNode)
                new JsonMapper().readTree(payload));
    }

    private Commit commit(CommandOutcome outcome) {
        return ledger.commits(outcome.commit(), 1).getFirst();
    }

    private Opened opened(Commit commit, @Nullable Sealed text) {
        assertThat(text).isNotNull();
        UUID command = ((vn.soto.ledger.Origin.Command) commit.origin()).id();
        return new PersonalDataReader(keys, master)
                .reason(command, new TreeSet<>(Set.of(ABOUT)), java.util.Objects.requireNonNull(text));
    }

    private UUID next() {
        return new UUID(0x019A_0000_0000_7000L, 0x8000_0000_0000_0000L + sent++);
    }

    /** As a step that a second person approved, because erasing takes two. */
    private static CommandRequest request(UUID id) {
        return new CommandRequest(
                id, "an", Set.of(Role.ADMINISTRATOR), id.toString(), id.toString(), CaptureMetadata.none(), true);
    }
}

package vn.soto.command.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Origin;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.SubjectKey;

final class HeldKeysTest {

    private static final UUID MEMBER = UUID.fromString("019a0000-0000-7000-8000-0000000000a1");
    private static final UUID ONE = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("019a0000-0000-7000-8000-000000000002");
    private static final Subject LAN = Subject.of(new MemberId(MEMBER.toString()));

    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    private final MemorySubjectKeys keys = new MemorySubjectKeys(PersonalDataFixture.CLOCK);
    private final MemoryLedger ledger = new MemoryLedger("test/held", PersonalDataFixture.CLOCK);
    private final Keyring keyring = Keyring.open(keys, keys, master, "test");
    private final PersonalDataSealer sealer = new KeyringSealer(keyring, ledger, DomainModel.commands());

    @AutoClose
    private final CommandSide side = CommandSide.start(
            ledger,
            ledger,
            keyring,
            EventCodec.product(),
            PersonalDataFixture.CLOCK,
            DefaultPolicy.standard(),
            new SimpleMeterRegistry());

    private final CommandService service = CommandService.over(side, sealer);
    private final JsonMapper json = new JsonMapper();

    @Test
    void aRefusedCommandLeavesNothingInTheKeyStore() {
        UUID nowhere = UUID.fromString("019a0000-0000-7000-8000-0000000000b1");

        assertThatThrownBy(() -> send(ONE, "record-household-contact", """
                        {"household":"%s","headName":"Trần Văn Ba"}""".formatted(nowhere)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> send(TWO, "register-business", """
                        {"kind":"COOPERATIVE","unit":"khong-co","reference":"HTX-1","tradeName":"Ba"}""")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> send(ONE, "record-member-profile", """
                        {"member":"nguyen-thi-lan","name":"Lan"}""")).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> send(ONE, "record-member-profile", """
                        {"member":"%s","name":"Lan","phone":"12"}""".formatted(MEMBER)))
                .isInstanceOf(RuleViolatedException.class);

        assertThat(keys.size()).isZero();
        assertThat(keyring.holdsFor(ONE) || keyring.holdsFor(TWO)).isFalse();
    }

    @Test
    void anIdThatIsUsedAlreadyLeavesNothingEither() {
        profile(ONE, MEMBER, "Nguyễn Thị Lan");
        UUID other = UUID.fromString("019a0000-0000-7000-8000-0000000000a2");

        assertThatExceptionOfType(CommandIdReusedException.class).isThrownBy(() -> profile(ONE, other, "Trần Văn Ba"));

        assertThat(keys.size()).isEqualTo(1);
    }

    /** The ledger refuses it only when it is appended: decided is not accepted. */
    @Test
    void aCommitWhosePlaceIsTakenLeavesNothingEither() {
        UUID other = UUID.fromString("019a0000-0000-7000-8000-0000000000a2");
        profile(ONE, other, "Trần Văn Ba");
        Commit first = ledger.commits(1, 1).getFirst();
        Draft again = new Draft(
                TWO,
                new Origin.Command(TWO, "record-member-profile", Hash.of(new byte[32])),
                "an",
                null,
                null,
                TWO.toString(),
                TWO.toString(),
                first.events(),
                List.of());

        try (Keyring.HeldKey _ = keyring.hold(LAN, TWO).orElseThrow()) {
            assertThatThrownBy(() ->
                            new AcceptedData(ledger, keyring).before(ledger).append(again))
                    .isInstanceOf(LedgerException.class);
        }

        assertThat(keyring.knownKeyOf(LAN)).isEmpty();
        assertThat(keys.size()).isEqualTo(1);
    }

    @Test
    void anAcceptedCommandHasItsKey() {
        profile(ONE, MEMBER, "Nguyễn Thị Lan");
        profile(TWO, MEMBER, "Nguyễn Thị Hồng Lan");

        assertThat(keys.size()).isEqualTo(1);
        assertThat(keyring.holdsFor(ONE)).isFalse();
        assertThat(recordedName(1)).isEqualTo("Nguyễn Thị Lan");
        assertThat(recordedName(2)).isEqualTo("Nguyễn Thị Hồng Lan");
    }

    @Test
    void commandsUnderWayAboutOneNewSubjectShareItsKey() {
        SubjectKey first = keyring.hold(LAN, ONE).orElseThrow().key();
        Keyring.HeldKey second = keyring.hold(LAN, TWO).orElseThrow();
        keyring.keep(ONE);

        assertThat(second.key()).isEqualTo(first);
        keyring.keep(TWO);
        second.close();
        assertThat(keyring.knownKeyOf(LAN)).contains(first);
        assertThat(keyring.hold(LAN, TWO).orElseThrow().key()).isEqualTo(first);
    }

    @Test
    void aKeyThatAnotherProcessStoredMeanwhileRefusesTheCommandForOnce() {
        keyring.hold(LAN, ONE);
        keys.createIfAbsent(Map.of(LAN, master.wrap(SubjectKey.fresh(LAN))));

        assertThatExceptionOfType(LedgerException.Unavailable.class).isThrownBy(() -> keyring.keep(ONE));
    }

    private void profile(UUID id, UUID member, String name) {
        send(id, "record-member-profile", "{\"member\":\"%s\",\"name\":\"%s\"}".formatted(member, name));
    }

    private void send(UUID id, String name, String payload) {
        service.submit(
                new CommandRequest(id, "an", Set.of(Role.ADMINISTRATOR), id.toString()),
                CommandCatalogue.product().find(name).orElseThrow(),
                (ObjectNode) json.readTree(payload));
    }

    private String recordedName(long commit) {
        byte[] payload = ledger.commits(commit, 1)
                .getFirst()
                .events()
                .getFirst()
                .payload()
                .bytes();
        Sealed name = new Sealed(json.readTree(payload).get("name").stringValue());
        return keyring.knownKeyOf(LAN).orElseThrow().open(name, "name").orElseThrow();
    }
}

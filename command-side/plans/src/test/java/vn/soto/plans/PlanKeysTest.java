package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.plans.PlanFixture.HAMLET;
import static vn.soto.plans.PlanFixture.household;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.axon.UuidV7;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.privacy.KeyringSealer;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.DomainModel;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.plan.InternalPlanCommand.RecordPlanPart;
import vn.soto.domain.plan.InternalPlanCommand.SubmitPlan;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.ledgerwriter.privacy.SubjectKeyWriter;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.StoredKey;

/** The store has the keys of those whom the ledger names, also for plans that are refused, overtaken or cut off. */
final class PlanKeysTest {

    private static final PlanId PLAN = new PlanId("plan-1");
    private static final String LAN = "019a0000-0000-7000-8000-0000000000a1";
    private static final String BA = "019a0000-0000-7000-8000-0000000000a2";

    private final EventCodec codec = EventCodec.product();
    private final JsonMapper json = new JsonMapper();
    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    private final MemorySubjectKeys keys = new MemorySubjectKeys(PlanFixture.CLOCK);
    private final MemoryLedger ledger = new MemoryLedger("test/plan-keys", PlanFixture.CLOCK);

    private @Nullable Cut cut;

    /** The points between which a key and a commit become durable, each before and after. */
    enum Cut {
        BEFORE_THE_KEYS(0, 0),
        AFTER_THE_KEYS(1, 0),
        BEFORE_THE_COMMIT(1, 0),
        AFTER_THE_COMMIT(1, 1);

        private final int keys;
        private final int commits;

        Cut(int keys, int commits) {
            this.keys = keys;
            this.commits = commits;
        }
    }

    private static LedgerException cutOff() {
        return new LedgerException.Unavailable("cut off", Duration.ofSeconds(1), null);
    }

    private final class CutKeys implements SubjectKeyWriter {

        @Override
        public Map<Subject, StoredKey> createIfAbsent(Map<Subject, byte[]> wrapped) {
            if (cut == Cut.BEFORE_THE_KEYS) {
                throw cutOff();
            }
            Map<Subject, StoredKey> stored = keys.createIfAbsent(wrapped);
            if (cut == Cut.AFTER_THE_KEYS) {
                throw cutOff();
            }
            return stored;
        }

        @Override
        public void destroy(Collection<Subject> subjects) {
            keys.destroy(subjects);
        }

        @Override
        public byte[] proveIfAbsent(byte[] proof) {
            return keys.proveIfAbsent(proof);
        }
    }

    private Commit append(Draft draft) {
        if (cut == Cut.BEFORE_THE_COMMIT) {
            throw cutOff();
        }
        Commit commit = ledger.append(draft);
        if (cut == Cut.AFTER_THE_COMMIT) {
            throw new LedgerException.Uncertain("cut off", new IllegalStateException("cut off"));
        }
        return commit;
    }

    /** One process over the ledger and the keys; what it holds in memory ends with it. */
    private final class Node implements AutoCloseable {

        private final Keyring keyring = Keyring.open(keys, new CutKeys(), master, "test");
        private final CommandSide side;
        private final StepCodec steps = new StepCodec(new KeyringSealer(keyring, ledger, DomainModel.commands()));

        Node(DefaultPolicy policy) {
            side = CommandSide.start(
                    ledger,
                    ledger.through(PlanKeysTest.this::append),
                    keyring,
                    codec,
                    PlanFixture.CLOCK,
                    policy,
                    new SimpleMeterRegistry());
        }

        PlanService plans(Supplier<UUID> ids) {
            return new PlanService(
                    side.gateway(),
                    new PlanReader(ledger, codec),
                    steps,
                    ids,
                    new SecureRandom(),
                    side.policy().waitingPlans(),
                    side.planRights());
        }

        void submit(PlanKind kind, String... members) {
            plans(UuidV7.system()).submit(PLAN, kind, steps(members).iterator(), "an");
        }

        @Override
        public void close() {
            side.close();
        }
    }

    private Node process() {
        return new Node(DefaultPolicy.standard());
    }

    private List<Step> steps(String... members) {
        return Stream.of(members)
                .<Step>map(member -> new Step.InTheClear(0, RecordMemberProfile.class, profile(member)))
                .toList();
    }

    private ObjectNode profile(String member) {
        return json.createObjectNode().put("member", member).put("name", "Nguyễn Thị Lan");
    }

    private String recordedName() {
        PlanStep step = new PlanReader(ledger, codec)
                .part(PLAN, 0)
                .orElseThrow()
                .steps()
                .getFirst();
        Sealed name = new Sealed(json.readTree(step.content()).get("name").stringValue());
        return Keyring.open(keys, keys, master, "test")
                .knownKeyOf(Subject.of(new MemberId(LAN)))
                .flatMap(key -> key.open(name, "name"))
                .orElseThrow();
    }

    private void assertRefused(PlanRule rule, Runnable action) {
        long before = ledger.tail().number();
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        RuleViolatedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
        assertThat(ledger.tail().number()).isEqualTo(before);
        assertThat(keys.size()).isZero();
    }

    @Test
    void aRecordedPlanHasItsKeys() {
        try (Node process = process()) {
            process.submit(PlanKind.IMPORT, LAN, BA, LAN);
        }
        assertThat(keys.size()).isEqualTo(2);
        assertThat(recordedName()).isEqualTo("Nguyễn Thị Lan");
    }

    @Test
    void aRefusedPlanLeavesNeitherKeysNorParts() {
        try (Node process = process()) {
            assertRefused(PlanRule.PROPOSAL_HAS_ONE_STEP, () -> process.submit(PlanKind.PROPOSAL, LAN, BA));
        }
    }

    @Test
    void aPlanForWhichThereIsNoRoomLeavesNeither() {
        DefaultPolicy policy = DefaultPolicy.standard().withWaitingPlans(1);
        try (Node process = new Node(policy)) {
            open(process, PlanKind.PROPOSAL, new PlanId("waiting"));
            assertRefused(PlanRule.ONLY_SO_MANY_PLANS_WAIT, () -> process.submit(PlanKind.PROPOSAL, LAN));
            IntStream.range(0, 100).forEach(i -> open(process, PlanKind.IMPORT, new PlanId("open-" + i)));
            assertRefused(PlanRule.ONLY_SO_MANY_PLANS_ARE_OPEN, () -> process.submit(PlanKind.IMPORT, LAN));
        }
    }

    private static void open(Node process, PlanKind kind, PlanId plan) {
        PlanStep step = new PlanStep(0, "register-household", "{}");
        RecordPlanPart part = new RecordPlanPart(plan, 0, 0, PlanDigest.NONE, List.of(step), "ab".repeat(16));
        String digest = PlanDigest.of(PlanDigest.NONE, part.steps());
        for (var command :
                List.of(part, new SubmitPlan(plan, kind, 1, 1, digest, List.of("register-household"), null))) {
            process.side.gateway().submit(new CommandRequest(UuidV7.system().get(), "an"), command);
        }
    }

    @Test
    void aStepThatCannotBeStoredLeavesNeither() {
        String tooLong = "x".repeat(StepCodec.LONGEST_CONTENT);
        List<Step> steps = Stream.concat(
                        steps(LAN).stream(),
                        Stream.of(new Step.Ready(0, new RegisterHousehold(household(1), HAMLET, tooLong))))
                .toList();
        try (Node process = process()) {
            assertThatThrownBy(
                            () -> process.plans(UuidV7.system()).submit(PLAN, PlanKind.IMPORT, steps.iterator(), "an"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(keys.size()).isZero();
        assertThat(ledger.tail().number()).isZero();
    }

    /** The other plan is recorded after this one looked for its parts, and before it records them. */
    @Test
    void aPlanThatIsOvertakenLeavesTheKeysOfTheOtherAlone() {
        try (Node process = process();
                Node other = process()) {
            Supplier<UUID> ids = UuidV7.system();
            PlanService overtaken = process.plans(() -> {
                if (ledger.tail().number() == 0) {
                    other.submit(PlanKind.IMPORT, LAN);
                }
                return ids.get();
            });
            assertThatThrownBy(() ->
                            overtaken.submit(PLAN, PlanKind.IMPORT, steps(BA).iterator(), "an"))
                    .isInstanceOf(PlanIdReusedException.class);
        }
        assertThat(keys.size()).isEqualTo(1);
        assertThat(recordedName()).isEqualTo("Nguyễn Thị Lan");
    }

    @ParameterizedTest
    @EnumSource
    void aPlanThatIsCutOffIsRecordedByTheNextProcess(Cut where) {
        try (Node process = process()) {
            cut = where;
            assertThatThrownBy(() -> process.submit(PlanKind.IMPORT, LAN)).isInstanceOf(LedgerException.class);
            cut = null;
        }
        assertThat(keys.size()).isEqualTo(where.keys);
        assertThat(ledger.tail().number()).isEqualTo(where.commits);

        try (Node next = process()) {
            next.submit(PlanKind.IMPORT, LAN);
        }
        assertThat(keys.size()).isEqualTo(1);
        assertThat(ledger.tail().number()).as("a part and the plan").isEqualTo(2);
        assertThat(recordedName()).isEqualTo("Nguyễn Thị Lan");
    }
}

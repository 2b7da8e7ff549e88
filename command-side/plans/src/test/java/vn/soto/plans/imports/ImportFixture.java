package vn.soto.plans.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.StepReader;
import vn.soto.command.privacy.KeyringSealer;
import vn.soto.command.privacy.PersonalDataSealer;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.DomainModel;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.plan.Plan;
import vn.soto.domain.plan.PlanCommand.ReversePlan;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.plans.AlreadyRecorded;
import vn.soto.plans.DryRun;
import vn.soto.plans.PlanReader;
import vn.soto.plans.PlanRunner;
import vn.soto.plans.PlanService;
import vn.soto.plans.StepCodec;
import vn.soto.plans.imports.lookup.TerritoryIndex;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.RowListener;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.Opened;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.PersonalDataReader.Opening;

/** Two communes that each have a hamlet of the same name, a team in the first, and the services that import files. */
public final class ImportFixture implements AutoCloseable {

    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", DAY);

    final Clock clock = Clock.fixed(Instant.parse("2026-08-20T02:30:00Z"), ZoneOffset.UTC);
    public final MemoryLedger ledger = new MemoryLedger("test/imports", clock);
    public final EventCodec codec = EventCodec.product();
    final MemorySubjectKeys keys = new MemorySubjectKeys(clock);
    final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    final Keyring keyring = Keyring.open(keys, keys, master, "test");
    public final CommandSide side = CommandSide.start(
            ledger, ledger, keyring, codec, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
    private final PersonalDataSealer sealer = new KeyringSealer(keyring, ledger, DomainModel.commands());
    private final StepCodec steps = new StepCodec(sealer);
    public final PlanService plans = PlanService.over(side, steps);
    public final UnitAndTeamIndex register = new UnitAndTeamIndex(ledger, codec, sealer, side.teams());
    final ImportService imports =
            new ImportService(plans, steps, new AlreadyRecorded(new PlanReader(ledger, codec), steps), register, side);
    public final ReorganisationImport reorganisations = new ReorganisationImport(
            plans,
            register,
            new ReorganisationAssessment(
                    ledger,
                    register,
                    new TerritoryIndex(side.teams()),
                    side.policy().calendar()),
            actor -> DryRun.over(side, actor));
    /** Whether plans are begun; one that nobody must approve may otherwise end before a test does more with it. */
    volatile boolean running = true;

    private final PlanRunner runner = PlanRunner.start(side, steps, () -> running, 16);
    private int sent;

    public ImportFixture() {
        establish("u-province", UnitKind.PROVINCE, "Bình Dương", "74", null);
        establish("u-commune", UnitKind.COMMUNE, "Minh Thạnh", "25780", "u-province");
        establish("u-ward", UnitKind.WARD, "Hòa Phú", "25781", "u-province");
        establish("u-hamlet-1", UnitKind.HAMLET, "Đồng Tâm 1", null, "u-commune");
        establish("u-hamlet-2", UnitKind.HAMLET, "Ấp 3", null, "u-commune");
        establish("u-hamlet-3", UnitKind.HAMLET, "Ấp 3", null, "u-ward");
        send(new FormTeam(
                new TeamId("team-1"),
                "Tổ công nghệ số ấp Đồng Tâm 1",
                DECISION,
                List.of(new UnitId("u-hamlet-1")),
                List.of(founder("m-lan"), founder("m-hung"), founder("m-mai")),
                new MemberId("m-lan"),
                DAY));
    }

    private static FoundingMember founder(String member) {
        return new FoundingMember(new MemberId(member), MemberOrigin.YOUTH_UNION);
    }

    private void establish(String id, UnitKind kind, String name, @Nullable String code, @Nullable String parent) {
        send(new EstablishUnit(
                new UnitId(id), kind, name, code, parent == null ? null : new UnitId(parent), DECISION, DAY));
    }

    public void send(Command command) {
        UUID id = new UUID(0x8000L, 0x8000_0000_0000_0000L + sent++);
        side.gateway()
                .submit(
                        new CommandRequest(
                                id, "an", Set.of(), id.toString(), id.toString(), CaptureMetadata.none(), true),
                        command);
    }

    static Upload csv(ImportKind kind, String... lines) {
        return upload(kind, Format.CSV, String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    static Upload upload(ImportKind kind, Format format, byte[] file) {
        return new Upload(kind, format, file, "an");
    }

    DryRunReport dryRun(Upload upload) {
        return imports.dryRun(upload, RowListener.NONE);
    }

    /** Submits a file and waits until its plan is complete. */
    PlanProgressed carryOut(Upload upload) {
        return complete(imports.carryOut(upload, false).plan().plan());
    }

    /** Waits until a plan is complete or stops. */
    public PlanProgressed complete(PlanId plan) {
        CompletableFuture<PlanEvent> completed = new CompletableFuture<>();
        Runnable look = () -> {
            List<PlanEvent> events = events(plan);
            if (!events.isEmpty()
                    && (events.getLast() instanceof PlanCompleted || events.getLast() instanceof PlanStopped)) {
                completed.complete(events.getLast());
            }
        };
        ledger.addCommitListener(commits -> look.run());
        look.run();
        completed.orTimeout(60, TimeUnit.SECONDS).join();
        return events(plan).stream()
                .filter(PlanProgressed.class::isInstance)
                .map(PlanProgressed.class::cast)
                .toList()
                .getLast();
    }

    /** Reverses a plan and waits until the reversal is complete. */
    public PlanProgressed takeBack(PlanId plan) {
        send(new ReversePlan(plan, "nhập nhầm tệp", null));
        return complete(Plan.undoing(plan));
    }

    /** The same, whatever rests on the plan. */
    public PlanProgressed takeBackKnowingly(PlanId plan) {
        send(new ReversePlan(plan, "nhập nhầm tệp", true));
        return complete(Plan.undoing(plan));
    }

    public List<PlanEvent> events(PlanId plan) {
        return ledger.aggregate(PlanEvent.idOf(plan), 0, Integer.MAX_VALUE).stream()
                .map(stored -> (PlanEvent)
                        codec.decode(stored.event().type(), stored.event().payload()))
                .toList();
    }

    /** The names as they are today. */
    UnitAndTeamIndex.Known known() {
        return register.known(VietnamTime.day(clock.instant()));
    }

    /** The member of the first team whom files name by this code. */
    MemberId member(String code) {
        return known().members().id("member", new TeamId("team-1"), new MemberId(code));
    }

    /** The latest data recorded about a subject, decrypted; empty if there is none. */
    Optional<List<String>> profile(String member) {
        Subject subject = Subject.of(member(member));
        Opening opening = new PersonalDataReader(keys, master).of(subject);
        return ledger.aggregate("personal-data:" + subject, 0, Integer.MAX_VALUE).stream()
                .map(stored ->
                        codec.decode(stored.event().type(), stored.event().payload()))
                .filter(MemberProfileRecorded.class::isInstance)
                .map(MemberProfileRecorded.class::cast)
                .reduce((earlier, later) -> later)
                .map(known -> List.of(
                        read(opening.text(subject, "name", known.name())),
                        known.phone() == null ? "" : read(opening.text(subject, "phone", known.phone()))));
    }

    private static String read(Opened opened) {
        return opened instanceof Opened.Clear clear ? clear.text() : opened.toString();
    }

    /** The trade names that the rows of a plan hold, as far as they can be read. */
    List<String> names(PlanId plan) {
        return ledger.events(0, Integer.MAX_VALUE).stream()
                .map(codec::decode)
                .filter(PlanPartRecorded.class::isInstance)
                .map(PlanPartRecorded.class::cast)
                .filter(part -> part.plan().equals(plan))
                .flatMap(part -> part.steps().stream())
                .map(StepReader::command)
                .flatMap(command -> command instanceof RegisterBusiness shop && shop.tradeName() != null
                        ? Stream.of(shop)
                        : Stream.empty())
                .flatMap(shop -> read(shop).stream())
                .toList();
    }

    private Optional<String> read(RegisterBusiness shop) {
        Subject subject = Subject.of(shop.business());
        return new PersonalDataReader(keys, master)
                                .of(subject)
                                .text(subject, "tradeName", requireNonNull(shop.tradeName()))
                        instanceof Opened.Clear clear
                ? Optional.of(clear.text())
                : Optional.empty();
    }

    /** Whether the text occurs in the ledger in plain form. */
    boolean holds(String text) {
        return ledger.events(0, Integer.MAX_VALUE).stream()
                .anyMatch(
                        stored -> new String(stored.event().payload().bytes(), StandardCharsets.UTF_8).contains(text));
    }

    @Override
    public void close() {
        runner.close();
        side.close();
        assertThat(ChainVerifier.verify(ledger)).isEqualTo(ledger.tail());
    }
}

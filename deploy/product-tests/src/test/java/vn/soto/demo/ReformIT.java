package vn.soto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.unit.Reorganisation;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.plans.DryRun;
import vn.soto.plans.PlanService;
import vn.soto.plans.StepCodec;
import vn.soto.plans.imports.DryRunReport;
import vn.soto.plans.imports.ReorganisationAssessment;
import vn.soto.plans.imports.ReorganisationEffects;
import vn.soto.plans.imports.ReorganisationImport;
import vn.soto.plans.imports.ReorganisationImport.Decreed;
import vn.soto.plans.imports.lookup.TerritoryIndex;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.RowListener;

/**
 * Applies the reform of 1 July 2025 to the demo's units and its first week of help, command by command. A second file
 * resolves part of it, and a reversal undoes everything.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("slow")
@Tag("long")
final class ReformIT {

    private static final String OLD_DAY = "2025-06-30";
    private static final String NEW_DAY = "2025-07-01";

    /** Long Hoà before the reform, Long Hòa after it: one name in two spellings. */
    private static final String LONG_HOA = "25792";

    private static final String QUARTER = "quarter=2024-Q4";
    private static final String DASHBOARD = "/api/dashboards/bd-001?" + QUARTER;
    private static final LocalDate LAST_DAY_OF_HELP = LocalDate.of(2024, 11, 4);

    private final DemoClock clock = new DemoClock();
    private final MemoryLedger ledger = new MemoryLedger("demo/reform", clock);
    private final EventCodec codec = EventCodec.product();
    private final CommandSide commands =
            CommandSide.start(ledger, ledger, codec, clock, DefaultPolicy.standard(), new SimpleMeterRegistry());
    private final ReorganisationImport imports = imports();
    private final List<EstablishUnit> units = DemoUnits.all();
    private final Reorganisation reform = DemoReform.reorganisation();
    private final List<Command> done = new ArrayList<>();
    private final Map<String, List<String>> residential = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> before = new HashMap<>();
    private final ReadSide side = new ReadSide(ledger, clock);
    private Map<String, Object> dashboard = Map.of();
    private long beforeReform;

    private ReorganisationImport imports() {
        UnitAndTeamIndex register = new UnitAndTeamIndex(ledger, codec);
        ReorganisationAssessment assessment = new ReorganisationAssessment(
                ledger,
                register,
                new TerritoryIndex(commands.teams()),
                commands.policy().calendar());
        return new ReorganisationImport(
                PlanService.over(commands, new StepCodec()),
                register,
                assessment,
                actor -> DryRun.over(commands, actor));
    }

    @BeforeAll
    void load() {
        new DemoScript()
                .days()
                .takeWhile(day -> !day.day().isAfter(LAST_DAY_OF_HELP))
                .flatMap(day -> day.steps().stream())
                .forEach(step -> {
                    clock.advanceTo(step.at());
                    commands.gateway().submit(new CommandRequest(step.id(), step.actor()), step.command());
                    if (step.command() instanceof EstablishUnit unit
                            && unit.kind().residential()) {
                        lies(unit.unit(), Objects.requireNonNull(unit.parent()));
                    }
                });
        splits().forEach(split -> establishTwoIn(split.unit()));
        clock.advanceTo(at(DemoReform.DAY.plusDays(1)));
        beforeReform = ledger.tail().number();
    }

    @AfterAll
    void stop() {
        side.close();
        commands.close();
        ledger.close();
    }

    private static Instant at(LocalDate day) {
        return VietnamTime.start(day).plusSeconds(9 * 3600);
    }

    private void lies(UnitId unit, UnitId in) {
        residential.computeIfAbsent(in.value(), c -> new ArrayList<>()).add(unit.value());
    }

    private List<SplitUnit> splits() {
        return reform.commands().stream()
                .filter(SplitUnit.class::isInstance)
                .map(SplitUnit.class::cast)
                .toList();
    }

    /** Establishes two more units in each split commune, with one household each. */
    private void establishTwoIn(UnitId commune) {
        for (int i = 1; i <= 2; i++) {
            UnitId unit = new UnitId(commune + "-kp-" + i);
            send(new EstablishUnit(
                    unit,
                    UnitKind.NEIGHBOURHOOD,
                    "Khu phố Mới " + i,
                    null,
                    commune,
                    Story.NEIGHBOURHOODS,
                    LocalDate.of(2024, 1, 1)));
            send(new RegisterHousehold(new HouseholdId(unit + "-h"), unit, "M-" + i));
            lies(unit, commune);
        }
    }

    private void send(Command command) {
        UUID id =
                UUID.nameUUIDFromBytes((ledger.tail().number() + command.toString()).getBytes(StandardCharsets.UTF_8));
        commands.gateway().submit(new CommandRequest(id, "demo-administrator"), command);
    }

    private Set<String> known() {
        Set<String> ids = units.stream().map(unit -> unit.unit().value()).collect(Collectors.toSet());
        residential.values().forEach(ids::addAll);
        return ids;
    }

    /** The view of a unit without the history of its changes. */
    private Map<String, Object> state(String unit) {
        Map<String, Object> state = side.answer("/api/units/" + unit + "?on=2025-07-02");
        state.remove("history");
        return state;
    }

    private long assistances(String uri, String what) {
        return number(ReadSide.map(side.answer(uri).get(what)), "assistances");
    }

    private long lines(String uri) {
        return ReadSide.list(side.answer(uri).get("children")).stream()
                .mapToLong(line -> number(line, "assistances"))
                .sum();
    }

    private static long number(Map<String, Object> figures, String name) {
        return ((Number) Objects.requireNonNull(figures.get(name))).longValue();
    }

    private static List<Object> ids(@Nullable Object lines) {
        return ReadSide.list(lines).stream()
                .<Object>map(line -> line.get("unit"))
                .toList();
    }

    private Object code(String code, String day) {
        return ReadSide.list(side.ask("/api/units?code=" + code + "&on=" + day)).stream()
                .map(unit -> unit.get("kind") + " " + unit.get("name"))
                .collect(Collectors.joining(", "));
    }

    @Test
    @Order(1)
    void aDryRunHasNoFindingsAndSaysWhatItLeaves() {
        side.catchUp();
        known().forEach(unit -> before.put(unit, state(unit)));
        dashboard = side.answer(DASHBOARD);

        DryRunReport report = imports.dryRun(
                new Decreed(DemoReform.upload(DemoReform.file()), DemoReform.INSTRUMENT, DemoReform.DAY),
                RowListener.NONE);

        assertThat(report.findings()).isEmpty();
        ReorganisationEffects effects = Objects.requireNonNull(report.effects());
        assertThat(effects.actions()).isEqualTo(Map.of("establish", 37L, "merge", 76L, "split", 32L, "abolish", 9L));
        assertThat(effects.ending()).hasSize(101);
        assertThat(effects.undecided()).hasSize(2 * 16 + 3);
        assertThat(effects.households()).isGreaterThan(300);
        assertThat(effects.teams()).isNotEmpty();
        assertThat(effects.reports()).isNotEmpty();
        assertThat(ledger.tail().number()).isEqualTo(beforeReform);
    }

    @Test
    @Order(2)
    void isCarriedOutStepByStepEachACommit() {
        for (Command command : reform.commands()) {
            send(command);
            done.add(command);
        }

        assertThat(done).hasSize(37 + 36 + 16 + 9);
        assertThat(ledger.tail().number()).isEqualTo(beforeReform + done.size());
        side.catchUp();
    }

    @Test
    @Order(3)
    void turnsNinetyOneCommunesIntoThirtySixAndDistrictsIntoNone() {
        long communes = units.stream()
                .filter(unit -> unit.kind() != UnitKind.PROVINCE)
                .filter(unit ->
                        unit.officialCode() != null && unit.officialCode().length() == 5)
                .count();

        assertThat(communes).isEqualTo(91);
        assertThat(ids(side.ask("/api/units?on=" + OLD_DAY))).containsExactly("bd-001");
        assertThat(ids(side.ask("/api/units?on=" + NEW_DAY))).containsExactly("hcm-001");
        assertThat(ReadSide.list(side.answer("/api/units/hcm-001?on=" + NEW_DAY).get("children")))
                .hasSize(36);
        assertThat(ReadSide.list(side.answer("/api/units/bd-001?on=" + OLD_DAY).get("children")))
                .hasSize(9);
        assertThat(ReadSide.list(side.answer("/api/units/bd-001?on=" + NEW_DAY).get("children")))
                .isEmpty();
    }

    @Test
    @Order(4)
    void reusesCodesForOtherUnits() {
        assertThat(code("25747", OLD_DAY)).isEqualTo("WARD Phú Cường");
        assertThat(code("25747", NEW_DAY)).isEqualTo("WARD Thủ Dầu Một");
        assertThat(code("25760", OLD_DAY)).isEqualTo("WARD Hoà Phú");
        assertThat(code("25760", NEW_DAY)).isEqualTo("WARD Bình Dương");
        assertThat(code("25945", OLD_DAY)).isEqualTo("WARD Tân Bình");
        assertThat(code("25945", NEW_DAY)).isEqualTo("WARD Tân Đông Hiệp");
        assertThat(code("25777", OLD_DAY)).isEqualTo("TOWNSHIP Dầu Tiếng");
        assertThat(code("25777", NEW_DAY)).isEqualTo("COMMUNE Dầu Tiếng");
        assertThat(code("25741", NEW_DAY)).isEqualTo("");
        long renamed = ReadSide.list(
                        side.answer("/api/units/hcm-001?on=" + NEW_DAY).get("children"))
                .stream()
                .filter(unit -> !LONG_HOA.equals(unit.get("officialCode")))
                .filter(unit -> !oldName(unit.get("officialCode")).equals(unit.get("name")))
                .count();
        assertThat(renamed).isEqualTo(23);
    }

    private Object oldName(@Nullable Object code) {
        return ReadSide.list(side.ask("/api/units?code=" + code + "&on=" + OLD_DAY)).stream()
                .map(unit -> Objects.requireNonNull(unit.get("name")))
                .findFirst()
                .orElse("");
    }

    @Test
    @Order(5)
    void leadsFromEachOldCommuneToTheNewOnesAndBack() {
        Map<String, Set<Object>> forward = new HashMap<>();
        Map<String, Set<Object>> back = new HashMap<>();
        for (EstablishUnit unit : units) {
            forward.put(unit.unit().value(), linked(unit.unit().value(), "successors"));
        }
        for (Object unit : ids(side.answer("/api/units/hcm-001?on=" + NEW_DAY).get("children"))) {
            linked(unit.toString(), "predecessors")
                    .forEach(old -> back.computeIfAbsent(old.toString(), o -> new HashSet<>())
                            .add(unit));
        }

        assertThat(forward.values().stream().filter(successors -> successors.size() == 2))
                .hasSize(16);
        assertThat(forward.values().stream().filter(Set::isEmpty)).hasSize(9);
        assertThat(forward).containsEntry("bd-001", Set.of("hcm-001"));
        back.forEach((old, successors) -> assertThat(forward).containsEntry(old, successors));
        assertThat(back).hasSize(91);
    }

    private Set<Object> linked(String unit, String direction) {
        return ReadSide.list(side.answer("/api/units/" + unit).get(direction)).stream()
                .map(link ->
                        Objects.requireNonNull(ReadSide.map(link.get("unit")).get("unit")))
                .collect(Collectors.toSet());
    }

    @Test
    @Order(6)
    void putsWhatLiesInASplitCommuneIntoTheBucket() {
        for (SplitUnit split : splits()) {
            List<Map<String, Object>> entries = ReadSide.list(
                    side.answer("/api/units/" + split.unit() + "/undecided").get("entries"));
            assertThat(entries)
                    .extracting(entry -> ReadSide.map(entry.get("unit")).get("unit"))
                    .containsExactlyInAnyOrderElementsOf(
                            residential.getOrDefault(split.unit().value(), List.of()));
            assertThat(entries)
                    .allSatisfy(entry -> assertThat(ids(Objects.requireNonNull(entry.get("candidates"))))
                            .containsExactlyInAnyOrderElementsOf(
                                    split.into().stream().map(UnitId::value).toList()));
        }
        assertThat(ReadSide.list(side.answer("/api/units/hcm-001/undecided").get("entries")))
                .hasSize(2 * 16 + 3);
    }

    @Test
    @Order(7)
    void addsUpToTheSameTotalInBothLenses() {
        long total = assistances("/api/dashboards/bd-001?" + QUARTER + "&asOf=" + beforeReform, "total");
        String asWas = "/api/dashboards/bd-001?" + QUARTER + "&boundaries=as-was";
        String asNow = "/api/dashboards/hcm-001?" + QUARTER + "&boundaries=as-now";
        String scattered = "/api/dashboards/bd-001?" + QUARTER + "&boundaries=as-now";

        assertThat(total).isGreaterThan(50);
        assertThat(assistances(asWas, "total")).isEqualTo(total);
        assertThat(lines(asWas)).isEqualTo(total);
        assertThat(assistances("/api/dashboards/hcm-001?" + QUARTER, "total")).isZero();
        for (String uri : List.of(asNow, scattered)) {
            assertThat(assistances(uri, "total")).as(uri).isEqualTo(total);
            assertThat(lines(uri) + assistances(uri, "undecided")).as(uri).isEqualTo(total);
            assertThat(assistances(uri, "undecided")).as(uri).isPositive();
        }
        assertThat(lines(asNow)).isEqualTo(lines(scattered));
    }

    /** Lai Uyên, a commune of the demo, is one of the 16. */
    @Test
    @Order(8)
    void resolvesTheBucketByAnotherFile() {
        String laiUyen = splits().stream()
                .map(split -> split.unit().value())
                .filter(unit -> residential.getOrDefault(unit, List.of()).size() > 2)
                .findFirst()
                .orElseThrow();
        String rows = residential.getOrDefault(laiUyen, List.of()).stream()
                .map(unit -> "reparent," + unit + ",,,,hcm-013,")
                .collect(Collectors.joining("\n"));
        Reorganisation second =
                DemoReform.reorganisation("action,unit,kind,name,official_code,parent,successor\n" + rows);
        long bucket = assistances("/api/dashboards/hcm-001?" + QUARTER + "&boundaries=as-now", "undecided");

        for (Command command : second.commands()) {
            send(command);
            done.add(command);
        }
        side.catchUp();

        assertThat(bucket).isPositive();
        assertThat(ReadSide.list(
                        side.answer("/api/units/" + laiUyen + "/undecided").get("entries")))
                .isEmpty();
        String asNow = "/api/dashboards/hcm-001?" + QUARTER + "&boundaries=as-now";
        assertThat(assistances(asNow, "undecided")).isZero();
        assertThat(lines(asNow)).isEqualTo(assistances(asNow, "total"));
        assertThat(lines("/api/dashboards/bd-001?" + QUARTER)).isEqualTo(assistances(asNow, "total"));
    }

    @Test
    @Order(9)
    void isTakenBackLeavingEveryUnitAsItWas() {
        Reorganisation.reversed(done, "Chạy thử xong, làm lại từ đầu").forEach(this::send);
        side.catchUp();

        before.forEach((unit, state) -> assertThat(state(unit)).as(unit).isEqualTo(state));
        assertThat(ids(side.ask("/api/units?on=" + NEW_DAY))).containsExactly("bd-001");
        assertThat(code("25747", NEW_DAY)).isEqualTo("WARD Phú Cường");
        assertThat(side.answer(DASHBOARD)).isEqualTo(dashboard);
        assertThat(ReadSide.list(side.answer("/api/units/bd-001/undecided").get("entries")))
                .isEmpty();
        assertThat(ChainVerifier.verify(ledger)).isEqualTo(ledger.tail());
    }
}

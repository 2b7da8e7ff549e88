package vn.soto.domain;

import static vn.soto.domain.SampleCommune.FOUNDED;
import static vn.soto.domain.SampleCommune.PROVINCE;
import static vn.soto.domain.SampleCommune.TODAY;
import static vn.soto.domain.SampleCommune.signedOn;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.unit.UnitCommand;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

/** Random commands about the latest wards, so that they often concern the same ones. */
final class RandomLineageCommands {

    private static final int WARDS = 9;
    private static final Instrument DECISION = signedOn(FOUNDED);

    private final RandomGenerator random;
    private final LineageReferenceModel lineage;
    private int wards;

    RandomLineageCommands(RandomGenerator random, LineageReferenceModel lineage) {
        this.random = random;
        this.lineage = lineage;
    }

    UnitCommand next() {
        return switch (wards < WARDS ? 0 : random.nextInt(16)) {
            case 0, 1 -> establish();
            case 2, 3, 4, 5, 6 -> new MergeUnits(ward(), wards(1 + random.nextInt(2)), DECISION, day());
            case 7, 8, 9 -> new SplitUnit(ward(), wards(2 + random.nextInt(2)), DECISION, day());
            case 10 -> new AbolishUnit(ward(), DECISION, day());
            default -> undo(ward());
        };
    }

    private EstablishUnit establish() {
        int number = wards++;
        return new EstablishUnit(id(number), UnitKind.WARD, "Phường " + number, "25747", PROVINCE, DECISION, day());
    }

    /** Mostly a change that can be undone. */
    private UndoUnitChange undo(UnitId unit) {
        LineageReferenceModel.End latest = lineage.latest(unit);
        LocalDate day = random.nextInt(4) == 0 ? day() : latest.day();
        return new UndoUnitChange(unit, latest.how(), day, "Nhập nhầm");
    }

    private List<UnitId> wards(int count) {
        return Stream.generate(this::ward).limit(count).toList();
    }

    private UnitId ward() {
        return id(wards - 1 - random.nextInt(WARDS));
    }

    private static UnitId id(int number) {
        return new UnitId("w-" + number);
    }

    private LocalDate day() {
        return TODAY.plusDays(random.nextInt(-12, 4));
    }
}

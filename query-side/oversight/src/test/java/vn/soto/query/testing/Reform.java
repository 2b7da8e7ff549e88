package vn.soto.query.testing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.ledger.Commit;

/**
 * A reorganisation of the sample's units in July 2026. Ward c0 is split between two new ones, c1 is merged into one of
 * them, and c2 moves with the province into another. Neighbourhood c0-r0 moves by decision; c0-r1 and c0-r2 stay
 * undecided.
 */
public final class Reform {

    public static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    public static final LocalDate DAY_BEFORE = DAY.minusDays(1);
    public static final Instrument DECISION = new Instrument("19/2026/QĐ-TTg", LocalDate.of(2026, 6, 30));

    public static final UnitId CITY = new UnitId("m");
    public static final UnitId NORTH = new UnitId("n");
    public static final UnitId SOUTH = new UnitId("s");
    public static final UnitId C0 = new UnitId("c0");
    public static final UnitId C1 = new UnitId("c1");
    public static final UnitId C2 = new UnitId("c2");

    private final Sample sample;

    public Reform(Sample sample) {
        this.sample = sample;
    }

    public static Sample after(Sample sample) {
        Reform reform = new Reform(sample);
        reform.carryOut();
        reform.mistakes();
        return sample;
    }

    public static UnitId neighbourhood(int commune, int number) {
        return new UnitId("c" + commune + "-r" + number);
    }

    /** Number of the last commit. */
    public long carryOut() {
        establish(CITY, UnitKind.MUNICIPALITY, "Hồ Chí Minh", "79", null);
        establish(NORTH, UnitKind.WARD, "Phường Bắc", "25740", CITY);
        establish(SOUTH, UnitKind.WARD, "Phường Nam", "25741", CITY);
        move(neighbourhood(0, 0), NORTH, "Khu phố 9");
        sample.scribe.write(
                new UnitSplit(C0, List.of(NORTH, SOUTH), DECISION, DAY),
                new UnitTookOver(NORTH, C0, UnitChange.SPLIT, DECISION, DAY),
                new UnitTookOver(SOUTH, C0, UnitChange.SPLIT, DECISION, DAY));
        merge(C1, SOUTH);
        move(C2, CITY, null);
        return merge(Sample.PROVINCE, CITY).number();
    }

    public Commit establish(UnitId unit, UnitKind kind, String name, @Nullable String code, @Nullable UnitId parent) {
        return sample.scribe.write(new UnitEstablished(unit, kind, name, code, parent, DECISION, DAY));
    }

    public Commit move(UnitId unit, UnitId parent, @Nullable String name) {
        return sample.scribe.write(new UnitReparented(unit, parent, name, DECISION, DAY));
    }

    public Commit merge(UnitId unit, UnitId into) {
        return sample.scribe.write(
                new UnitMerged(unit, into, DECISION, DAY),
                new UnitTookOver(into, unit, UnitChange.MERGED, DECISION, DAY));
    }

    /** Neighbourhood 0 of c1 between its two neighbours. */
    public Commit splitNeighbourhood() {
        UnitId split = neighbourhood(1, 0);
        return sample.scribe.write(
                new UnitSplit(split, List.of(neighbourhood(1, 1), neighbourhood(1, 2)), DECISION, DAY),
                new UnitTookOver(neighbourhood(1, 1), split, UnitChange.SPLIT, DECISION, DAY),
                new UnitTookOver(neighbourhood(1, 2), split, UnitChange.SPLIT, DECISION, DAY));
    }

    /** Undoes the split. */
    public Commit undoSplit() {
        return sample.scribe.write(
                new UnitChangeUndone(C0, UnitChange.SPLIT, DAY),
                new UnitTakeOverUndone(NORTH, C0, DAY),
                new UnitTakeOverUndone(SOUTH, C0, DAY));
    }

    /** One of every other change, and some undone. */
    private void mistakes() {
        LocalDate later = DAY.plusDays(20);
        sample.scribe.write(new UnitRenamed(C2, "Phường Hai", DECISION, later));
        sample.scribe.write(new UnitRecoded(C2, "25799", DECISION, later));
        sample.scribe.write(new UnitRetyped(C2, UnitKind.COMMUNE, DECISION, later));
        sample.scribe.write(new UnitAbolished(neighbourhood(2, 2), DECISION, later));
        sample.scribe.write(new UnitChangeUndone(C2, UnitChange.RETYPED, later));
        undoSplit();
        sample.scribe.write(
                new UnitMerged(C0, NORTH, DECISION, later),
                new UnitTookOver(NORTH, C0, UnitChange.MERGED, DECISION, later));
        sample.scribe.write(new UnitChangeUndone(neighbourhood(0, 0), UnitChange.REPARENTED, DAY));
        for (int i = 0; i < 150; i++) {
            register("r-" + i, neighbourhood(2, 0));
        }
    }

    public Commit register(String household, UnitId unit) {
        return sample.scribe.write(new HouseholdRegistered(new HouseholdId(household), unit, "HO-" + household));
    }
}

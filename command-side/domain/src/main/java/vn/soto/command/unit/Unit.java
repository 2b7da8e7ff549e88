package vn.soto.command.unit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.command.unit.UnitRule.LOWER_UNIT_HAS_A_PARENT;
import static vn.soto.command.unit.UnitRule.OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER;
import static vn.soto.command.unit.UnitRule.RESIDENTIAL_UNIT_HAS_NO_OFFICIAL_CODE;
import static vn.soto.command.unit.UnitRule.TOP_LEVEL_UNIT_HAS_NO_PARENT;
import static vn.soto.command.unit.UnitRule.UNIT_LIES_IN_THE_TIER_ABOVE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.command.shared.AlsoWritten;
import vn.soto.command.shared.Consulted;
import vn.soto.command.shared.Days;
import vn.soto.command.shared.Documents;
import vn.soto.command.shared.FreeText;
import vn.soto.command.unit.UnitCommand.EstablishUnit;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/** An administrative or residential unit. */
@AggregateRoot(type = "unit")
public final class Unit {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private UnitId id;

    @SuppressWarnings("NullAway.Init")
    private UnitKind kind;

    @SuppressWarnings("NullAway.Init")
    private LocalDate firstDay;

    Unit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(EstablishUnit command, Consulted consulted, AlsoWritten alsoWritten, Clock clock) {
        FreeText.checkNewId(command.unit());
        FreeText.checkName(command.name());
        Days.checkLegal(command.effectiveFrom());
        checkCode(command.kind(), command.officialCode());
        Documents.check(command.instrument(), clock);
        checkParent(command.kind(), command.parent(), consulted);
        apply(new UnitEstablished(
                command.unit(),
                command.kind(),
                command.name(),
                command.officialCode(),
                command.parent(),
                command.instrument(),
                command.effectiveFrom()));
        if (command.parent() != null) {
            claimName(command, command.parent(), alsoWritten);
        }
    }

    private static void claimName(EstablishUnit command, UnitId parent, AlsoWritten alsoWritten) {
        String fullName = FullName.of(command.kind(), command.name());
        alsoWritten.change(
                UnitName.class,
                UnitName.idOf(parent, fullName),
                UnitName::new,
                name -> name.claim(parent, fullName, command.unit()));
    }

    private static void checkCode(UnitKind kind, @Nullable String code) {
        if (kind.residential()) {
            RESIDENTIAL_UNIT_HAS_NO_OFFICIAL_CODE.require(code == null);
        } else {
            int digits = digitsOfCode(kind);
            OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER.require(
                    code != null && code.matches("[0-9]{" + digits + "}"), digits);
        }
    }

    private static int digitsOfCode(UnitKind kind) {
        return switch (kind) {
            case PROVINCE, MUNICIPALITY -> 2;
            case CITY, TOWN, DISTRICT -> 3;
            case WARD, COMMUNE, TOWNSHIP, SPECIAL_ZONE -> 5;
            case NEIGHBOURHOOD, HAMLET, VILLAGE, RESIDENTIAL_GROUP -> 0;
        };
    }

    private static void checkParent(UnitKind kind, @Nullable UnitId parent, Consulted consulted) {
        if (kind.isTopLevel()) {
            TOP_LEVEL_UNIT_HAS_NO_PARENT.require(parent == null);
            return;
        }
        UnitId above = Optional.ofNullable(parent).orElseThrow(LOWER_UNIT_HAS_A_PARENT::refused);
        UNIT_LIES_IN_THE_TIER_ABOVE.require(consulted.ask(Unit.class, above, unit -> kind.liesIn(unit.kind)));
    }

    /** Whether people live and teams work directly in it. */
    public boolean residential() {
        return kind.residential();
    }

    /** Whether the unit was there on that day, as known now. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(firstDay);
    }

    @EventHandler
    void evolve(UnitEstablished event) {
        id = event.unit();
        kind = event.kind();
        firstDay = event.effectiveFrom();
    }
}

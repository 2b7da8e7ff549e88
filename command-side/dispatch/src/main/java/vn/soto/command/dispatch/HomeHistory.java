package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.soto.contracts.correction.HomeChange;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.unit.UnitId;

/** The residential units of a household or a business by first day, as its events tell them. */
public final class HomeHistory {

    private final DayHistory<UnitId> units = new DayHistory<>();

    /** @param events of the household or business from its registration on */
    HomeHistory(List<DomainEvent> events) {
        events.forEach(this::on);
    }

    /** @param registered the unit of the registration; later events follow by {@link #on(DomainEvent)} */
    public HomeHistory(UnitId registered) {
        units.put(LocalDate.MIN, registered);
    }

    public void on(DomainEvent event) {
        HomeChange.by(event).ifPresent(change -> change.change(units));
    }

    /** The unit on that day; the last one once it has left. */
    public UnitId on(LocalDate day) {
        return units.on(day);
    }

    /** Each unit that holds on some day. */
    public Set<UnitId> units() {
        return units.list((from, unit) -> unit).stream().collect(Collectors.toUnmodifiableSet());
    }
}

package vn.soto.query.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.Scope;

/**
 * The rights of an account on a day.
 *
 * @param granted whether they come from the ledger; otherwise sign-in asserts them, because the ledger has no grant yet
 * @param person  whom the account belongs to; absent if nobody was linked
 * @param days    first and last day of each of the rights
 */
public record HeldRights(
        Rights rights, boolean granted, @Nullable LinkedPerson person, Map<Right, Days> days) {

    /** @param until last day; absent while none is known */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {

        public static final Days UNLIMITED = new Days(null, null);
    }

    /**
     * The common part of the rights of accounts that may see the same, whatever their rights come from.
     *
     * @param day of the rights
     */
    public record Common(LocalDate day, boolean granted, Set<Held> held) {

        /** A role in a scope. */
        public record Held(Role role, Scope scope) {}
    }

    public Common common() {
        return new Common(
                rights.day(),
                granted,
                all().stream()
                        .map(right -> new Common.Held(right.role(), right.scope()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public List<Right> all() {
        return rights.all();
    }

    /** The areas in which the account administers; all while the ledger has no grants. */
    public List<Area> administered() {
        return !granted
                ? List.of(Area.WHOLE)
                : all().stream()
                        .filter(right -> right.role() == Role.ADMINISTRATOR)
                        .map(right -> Area.of(right.scope()))
                        .distinct()
                        .toList();
    }

    public Days days(Right right) {
        return days.getOrDefault(right, Days.UNLIMITED);
    }
}

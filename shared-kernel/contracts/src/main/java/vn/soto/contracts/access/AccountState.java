package vn.soto.contracts.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinkConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountLocked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccessEvent.DeviceLocked;
import vn.soto.contracts.access.AccessEvent.DeviceUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;

/**
 * State of one account after its events; the aggregate and the read models derive it with {@link #after}.
 *
 * @param grants in the order in which they were recorded, those that have ended too
 * @param links  likewise; their days never overlap
 * @param locked devices from which nothing of the account is taken
 */
public record AccountState(AccountId account, List<Grant> grants, List<Link> links, Set<DeviceId> locked) {

    public AccountState {
        grants = List.copyOf(grants);
        links = List.copyOf(links);
        locked = Set.copyOf(locked);
    }

    public static AccountState blank(AccountId account) {
        return new AccountState(account, List.of(), List.of(), Set.of());
    }

    /** @param until last day; absent while no end is known, and before {@code from} if the grant was taken back */
    public record Grant(
            GrantId id,
            Role role,
            Area area,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Instrument instrument,
            GrantApproval approval) {

        public boolean includes(LocalDate day) {
            return isWithin(day, from, until);
        }

        /** Whether it is in force on that day or on a later one. */
        public boolean lasts(LocalDate day) {
            return isSome() && !end().isBefore(day);
        }

        /** Whether with these days it is in force on a day on which it is not. */
        public boolean isLengthenedBy(LocalDate first, @Nullable LocalDate last) {
            boolean longer = until != null && (last == null || last.isAfter(until));
            return longer || first.isBefore(from);
        }

        /** Whether both are in force on some day. */
        public boolean overlaps(Grant other) {
            return isSome() && other.isSome() && !from.isAfter(other.end()) && !other.from.isAfter(end());
        }

        private boolean isSome() {
            return !end().isBefore(from);
        }

        private LocalDate end() {
            return until == null ? LocalDate.MAX : until;
        }

        private Grant with(LocalDate first, @Nullable LocalDate last, GrantApproval taken) {
            return new Grant(id, role, area, first, last, instrument, taken);
        }
    }

    /**
     * The person to whom the account belongs.
     *
     * @param until  last day; absent while no end is known, and before {@code from} if the link was taken back
     * @param within areas in whose teams it gives rights; absent if it does in every team
     */
    public record Link(
            LinkedPerson person,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable List<Area> within) {

        public Link {
            within = within == null ? null : List.copyOf(within);
        }

        public boolean includes(LocalDate day) {
            return isWithin(day, from, until);
        }

        /** Whether it is in force on that day or will be. */
        public boolean lasts(LocalDate day) {
            return until == null || (!until.isBefore(from) && !until.isBefore(day));
        }

        /** Whether it links a member, and was made before links were confirmed: then nobody said where it holds. */
        public boolean isOfAnOlderLedger() {
            return within == null && person.member() != null;
        }

        /** Whether it gives rights in every team, whatever that covers. */
        public boolean holdsEverywhere() {
            return within == null || within.contains(Area.WHOLE);
        }

        /**
         * Whether it gives rights in a team that covers these units: they all lie in one of the areas.
         *
         * @param contains whether the first unit reaches the second
         */
        public boolean holdsFor(Collection<UnitId> coverage, BiPredicate<UnitId, UnitId> contains) {
            return within == null
                    || within.contains(Area.WHOLE)
                    || (!coverage.isEmpty()
                            && within.stream()
                                    .flatMap(area -> Stream.ofNullable(area.unit()))
                                    .anyMatch(area -> coverage.stream().allMatch(unit -> contains.test(area, unit))));
        }

        private Link until(LocalDate last) {
            return new Link(person, from, last, within);
        }

        private Link confirmed(List<Area> areas) {
            List<Area> before = within == null ? List.of() : within;
            return new Link(
                    person,
                    from,
                    until,
                    Stream.concat(before.stream(), areas.stream()).distinct().toList());
        }
    }

    private static boolean isWithin(LocalDate day, LocalDate from, @Nullable LocalDate until) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** The state after an event of this account. */
    public AccountState after(AccessEvent event) {
        return switch (event) {
            case RoleGranted granted -> new AccountState(account, with(grants, grantOf(granted)), links, locked);
            case GrantEnded ended ->
                changed(ended.grant(), grant -> grant.with(grant.from, ended.lastDay(), grant.approval));
            case GrantCorrected corrected ->
                changed(
                        corrected.grant(),
                        grant -> grant.with(corrected.effectiveFrom(), corrected.lastDay(), corrected.approval()));
            case AccountLinked linked ->
                links(with(links, new Link(linked.person(), linked.effectiveFrom(), null, null)));
            case AccountLinkConfirmed confirmed ->
                links(link -> link.until == null ? link.confirmed(confirmed.within()) : link);
            case AccountUnlinked unlinked ->
                links(link -> link.lasts(unlinked.lastDay().plusDays(1)) ? link.until(unlinked.lastDay()) : link);
            case DeviceLocked lost -> locked(Stream.concat(locked.stream(), Stream.of(lost.device())));
            case DeviceUnlocked found -> locked(locked.stream().filter(device -> !device.equals(found.device())));
            case AccountLocked _, AccountUnlocked _, AccountReset _, AccountConfirmed _ -> this;
        };
    }

    private AccountState links(UnaryOperator<Link> change) {
        return links(links.stream().map(change).toList());
    }

    private AccountState links(List<Link> changed) {
        return new AccountState(account, grants, changed, locked);
    }

    private AccountState locked(Stream<DeviceId> devices) {
        return new AccountState(account, grants, links, devices.collect(Collectors.toUnmodifiableSet()));
    }

    private static Grant grantOf(RoleGranted event) {
        return new Grant(
                event.grant(),
                event.role(),
                event.area(),
                event.effectiveFrom(),
                event.lastDay(),
                event.instrument(),
                event.approval());
    }

    private static <T> List<T> with(List<T> all, T further) {
        return Stream.concat(all.stream(), Stream.of(further)).toList();
    }

    private AccountState changed(GrantId id, UnaryOperator<Grant> change) {
        return new AccountState(
                account,
                grants.stream()
                        .map(grant -> grant.id.equals(id) ? change.apply(grant) : grant)
                        .toList(),
                links,
                locked);
    }

    public Optional<Grant> grant(GrantId id) {
        return grants.stream().filter(grant -> grant.id.equals(id)).findFirst();
    }

    public List<Grant> grantsOn(LocalDate day) {
        return grants.stream().filter(grant -> grant.includes(day)).toList();
    }

    /** Whether a grant with a right to approve is in force on that day, or will be. */
    public boolean mayApproveFrom(LocalDate day) {
        return grants.stream().anyMatch(grant -> grant.role.mayApprove() && grant.lasts(day));
    }

    /** Whether a grant with a right to approve is in force on that day on one of the units. */
    public boolean approvesIn(Set<UnitId> units, LocalDate day) {
        return grantsOn(day).stream()
                .anyMatch(grant ->
                        grant.role.mayApprove() && grant.area.unit() != null && units.contains(grant.area.unit()));
    }

    /** Whether a grant of the role on the whole ledger is in force on that day. */
    public boolean holdsEverywhere(Role role, LocalDate day) {
        return grantsOn(day).stream().anyMatch(grant -> grant.role == role && grant.area.reachesAll());
    }

    public Optional<LinkedPerson> personOn(LocalDate day) {
        return linkOn(day).map(Link::person);
    }

    public Optional<Link> linkOn(LocalDate day) {
        return links.stream().filter(link -> link.includes(day)).findFirst();
    }
}

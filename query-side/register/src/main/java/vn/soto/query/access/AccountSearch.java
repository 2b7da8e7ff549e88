package vn.soto.query.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.Scope;
import vn.soto.projection.Documents;
import vn.soto.projection.log.Page;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/** Finds the accounts with a right on a day. */
@Component
record AccountSearch(Documents documents, AccountRights rights, Units units) {

    private static final int AT_ONCE = 200;

    /**
     * The conditions of a search; an empty one matches every account.
     *
     * @param unconfirmed whether only those are asked for whose link gives no right in some team of the person
     */
    record AccountFilter(
            Optional<Role> role,
            Optional<String> unit,
            Optional<GrantApproval> approval,
            boolean unconfirmed,
            LocalDate day) {

        boolean isOf(Role held) {
            return role.filter(asked -> asked != held).isEmpty();
        }

        boolean isApprovedSo(Right right, AccountState account) {
            return approval.isEmpty()
                    || (right.cause() instanceof Right.Cause.Granted granted
                            && account.grant(granted.grant())
                                    .filter(grant -> grant.approval() == approval.get())
                                    .isPresent());
        }
    }

    /**
     * None in a ledger without grants, where sign-in says who may do what.
     *
     * @param seen accounts that the reader may see
     * @param from how many accounts were on the pages before
     */
    Page<AccountLine> find(AccountFilter asked, Predicate<String> seen, int from, int limit, long asOf) {
        if (!rights.areInForce(asOf)) {
            return new Page<>(List.of(), null);
        }
        Set<String> reaching =
                asked.unit.map(unit -> containing(unit, asked.day, asOf)).orElse(Set.of());
        List<String> candidates = AccountList.find(lists(asked, reaching), documents, asOf)
                .filter(seen)
                .sorted()
                .toList();
        List<AccountLine> found = new ArrayList<>();
        int passed = 0;
        for (int at = 0; at < candidates.size() && found.size() <= limit; at += AT_ONCE) {
            List<String> some = candidates.subList(at, Math.min(at + AT_ONCE, candidates.size()));
            for (AccountLine line : lines(some, asked, reaching, asOf)) {
                if (passed++ >= from && found.size() <= limit) {
                    found.add(line);
                }
            }
        }
        return found.size() > limit
                ? new Page<>(List.copyOf(found.subList(0, limit)), (long) from + limit)
                : new Page<>(List.copyOf(found), null);
    }

    /** The unit and those that contain it on the day. */
    private Set<String> containing(String unit, LocalDate day, long asOf) {
        UnitOnDay found = units.find(unit, day, asOf).orElseThrow(() -> QueryProblemException.absent("unit", unit));
        Set<String> containing = new LinkedHashSet<>(Set.of(unit));
        units.ancestors(found, day, asOf).forEach(each -> containing.add(each.id()));
        return containing;
    }

    /** The shortest lists that hold every account with such a right. */
    private static List<String> lists(AccountFilter asked, Set<String> reaching) {
        if (asked.unconfirmed || asked.role.filter(Role::followsMembership).isPresent()) {
            return AccountList.allLinked();
        }
        if (asked.unit.isPresent()) {
            return Stream.concat(
                            Stream.of(AccountList.EVERYWHERE), reaching.stream().map(AccountList::onUnit))
                    .toList();
        }
        return asked.role.map(AccountList::of).map(List::of).orElseGet(AccountList::allKnown);
    }

    private List<AccountLine> lines(List<String> accounts, AccountFilter asked, Set<String> reaching, long asOf) {
        var records = documents.find(AccountRecord.KIND, accounts);
        return accounts.stream()
                .flatMap(account -> Optional.ofNullable(records.get(account)).stream())
                .flatMap(record -> record.asOf(asOf).stream())
                .flatMap(account -> line(account, asked, reaching, asOf).stream())
                .toList();
    }

    private Optional<AccountLine> line(AccountState account, AccountFilter asked, Set<String> reaching, long asOf) {
        Rights held = rights.granted(account, asked.day, asOf);
        if (asked.unconfirmed && rights.unconfirmed(account, asked.day, asOf).isEmpty()) {
            return Optional.empty();
        }
        boolean anyRight =
                asked.unconfirmed && asked.role.isEmpty() && asked.unit.isEmpty() && asked.approval.isEmpty();
        boolean matches = anyRight
                || held.all().stream()
                        .anyMatch(right -> asked.isOf(right.role())
                                && asked.isApprovedSo(right, account)
                                && (asked.unit.isEmpty() || reaches(right, reaching)));
        return matches ? Optional.of(AccountLine.of(account, held, asked.day)) : Optional.empty();
    }

    private static boolean reaches(Right right, Set<String> units) {
        return switch (right.scope()) {
            case Scope.Everywhere _ -> true;
            case Scope.InUnit in -> units.contains(in.unit().value());
            case Scope.OfTeam _, Scope.OfOrganisation _ -> false;
        };
    }
}

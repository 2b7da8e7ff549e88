package vn.soto.query.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.projection.Batch;
import vn.soto.projection.Documents;
import vn.soto.projection.RowListType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * Accounts that were ever granted a role, on a unit, or linked to a person, with the commit since which that is known. Their
 * records tell whether it still holds.
 */
final class AccountList {

    static final RowListType<Listed> LISTS = new RowListType<>(
            "account-lists", Listed.class, 256, (one, other) -> one.account.equals(other.account), Listed::position);

    /** Lists of all accounts: whether one has an account already is looked up in a part of them. */
    private static final int PARTS = 64;

    private AccountList() {}

    public record Listed(long position, long commit, String account) implements Stamped {}

    /** Accounts with a grant on the whole ledger. */
    static final String EVERYWHERE = "everywhere";

    static String of(Role role) {
        return "role/" + role.name().toLowerCase(Locale.ROOT);
    }

    static String onUnit(String unit) {
        return "unit/" + unit;
    }

    static String onOrganisation(String organisation) {
        return "organisation/" + organisation;
    }

    /** Accounts that were ever linked to the person. */
    static String of(LinkedPerson person) {
        return person.member() != null ? "member/" + person.member() : "holder/" + person.holder();
    }

    static String linked(String account) {
        return "linked/" + part(account);
    }

    static String known(String account) {
        return "known/" + part(account);
    }

    /** Accounts to which something was done on the day that whoever approves is told. */
    static String noticed(LocalDate day) {
        return "noticed/" + day;
    }

    static List<String> allLinked() {
        return IntStream.range(0, PARTS).mapToObj(part -> "linked/" + part).toList();
    }

    static List<String> allKnown() {
        return IntStream.range(0, PARTS).mapToObj(part -> "known/" + part).toList();
    }

    private static int part(String account) {
        return Math.floorMod(account.hashCode(), PARTS);
    }

    static void add(String list, String account, long position, long commit, Batch batch) {
        LISTS.add(list, new Listed(position, commit, account), batch);
    }

    /** The accounts of the lists as known at a commit; each once. */
    static Stream<String> find(List<String> lists, Documents documents, long asOf) {
        return LISTS.find(lists, documents).values().stream()
                .flatMap(list -> VersionedRows.asOf(list, asOf).stream())
                .map(Listed::account)
                .distinct();
    }
}

package vn.soto.demo;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountId;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

/**
 * The demo as commands: the province's units, two quarters of one district, the reform that ended it, and the whole
 * province since. A seed gives the same commands with the same ids each time.
 */
public final class DemoScript {

    /** The account that the ledger's first grant is for. */
    public static final AccountId FIRST_ADMINISTRATOR = DemoAccess.ADMINISTRATOR;

    private final long seed;
    private final List<EstablishUnit> units;

    /** The demo that everybody sees. */
    public DemoScript() {
        this(Story.SEED, DemoUnits.all());
    }

    /** @param units of the whole province, parents before their children */
    DemoScript(long seed, List<EstablishUnit> units) {
        this.seed = seed;
        this.units = List.copyOf(units);
    }

    /** One playing of it from the first day. */
    public DemoPlay play() {
        return new DemoPlay(seed, units);
    }

    /** {@link DemoPlay#days}, anew for each call. */
    public Stream<DemoDay> days() {
        return play().days();
    }

    /** The steps about the first administrator before the ledger has one. */
    public DemoDay beforeAccess() {
        return new DemoDay(Story.LAST_DAY, DemoAccess.first(crews(), new Chance(seed, "first administrator")));
    }

    /** Accounts that are confirmed on the machine after {@link #access}. */
    public List<AccountId> confirmed() {
        return DemoAccess.confirmed();
    }

    /**
     * The last evening: who may do what from now on. A ledger takes it once it has {@link #FIRST_ADMINISTRATOR}; without it the roles
     * that sign-in asserts count.
     */
    public DemoDay access() {
        return new DemoDay(Story.LAST_DAY, DemoAccess.steps(crews(), new Chance(seed, "access")));
    }

    /** The teams as they were founded. */
    List<Crew> crews() {
        return new DemoTeams(seed).crews(units);
    }
}

package vn.soto.contracts.plan;

import java.util.List;

/**
 * The second person that a plan waits for.
 *
 * @param roles names of the roles that may issue every command of the plan, and so may approve it
 * @param known whether anybody but the proposer was known to hold such a role when the plan was submitted
 */
public record SecondPerson(List<String> roles, boolean known) {

    public SecondPerson {
        roles = List.copyOf(roles);
    }
}

package vn.soto.domain.policy;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of the policy. */
public enum PolicyRule implements Rule {
    POLICY_ASKS_FOR_SOMETHING_POSSIBLE,
    /** Arguments: number of the version. */
    @AboutField("version")
    POLICY_TO_WITHDRAW_IS_ADOPTED,
    /** Arguments: name without a command. */
    @AboutField("terms.twoPersons")
    TWO_PERSONS_ARE_ASKED_FOR_KNOWN_COMMANDS
}

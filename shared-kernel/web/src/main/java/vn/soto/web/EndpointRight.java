package vn.soto.web;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.soto.contracts.access.Role;

/**
 * The rights that endpoints ask for, each with the roles that give it. Least privilege stands on this page: a role that a right
 * does not name is refused wherever {@link Requires} names the right.
 */
public enum EndpointRight {
    /** The entrance, the description of the API, and what an account may do: everybody who is signed in, with or without a role. */
    OWN_ACCOUNT(Role.values()),
    /** Signing in and out: nobody has to be known for it. */
    SIGN_IN(Role.values()),
    /** Units, names of teams, terms and definitions: no person, no record. */
    REFERENCE(
            Role.MEMBER,
            Role.LEADER,
            Role.OFFICER,
            Role.ADMINISTRATOR,
            Role.AUDITOR,
            Role.VIEWER,
            Role.ORGANISATION_OFFICER),
    /** Sums of units, in which no person is: about every unit, whatever the area of whoever asks. */
    SUMS(
            Role.MEMBER,
            Role.LEADER,
            Role.OFFICER,
            Role.ADMINISTRATOR,
            Role.AUDITOR,
            Role.VIEWER,
            Role.ORGANISATION_OFFICER),
    /** Reports, targets and campaigns of an area; of an organisation, the reports of the teams that it supports. */
    FIGURES(
            Role.MEMBER,
            Role.LEADER,
            Role.OFFICER,
            Role.ADMINISTRATOR,
            Role.AUDITOR,
            Role.VIEWER,
            Role.ORGANISATION_OFFICER),
    /** Households, requests, records and their history. */
    RECORDS(Role.MEMBER, Role.LEADER, Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR),
    /** Findings of detectors, and samples to call back about: not for members, whose records they are about. */
    FINDINGS(Role.LEADER, Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR),
    /** How much waits on the devices of a team's members: a count and a time. */
    DEVICES(Role.LEADER, Role.ADMINISTRATOR),
    /** The work of organisations that support teams: teams, their members, sessions and support. */
    SUPPORT(Role.MEMBER, Role.LEADER, Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR, Role.ORGANISATION_OFFICER),
    /** Names, telephone numbers and addresses in the clear, of persons within the area. */
    NAMES(Role.MEMBER, Role.LEADER, Role.OFFICER, Role.ADMINISTRATOR, Role.ORGANISATION_OFFICER),
    /** Names in the clear for a stated reason, which is recorded. */
    NAMES_FOR_A_REASON(Role.AUDITOR),
    /** The register of who was shown whose personal data. */
    REGISTER_OF_READS(Role.AUDITOR, Role.ADMINISTRATOR),
    /** The ledger as it is hashed, with the ids of everything in it: only with a right over the whole. */
    LEDGER(Role.AUDITOR, Role.ADMINISTRATOR),
    /** All that is recorded about one person, to be handed over; the texts in the clear for who may read names. */
    PERSON_FILE(Role.ADMINISTRATOR, Role.AUDITOR),
    /** Requests of persons about their data, and when they are due. */
    DATA_REQUESTS(Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR),
    /** Stipends of teams and members, with the days behind them. */
    STIPENDS(Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR),
    /** Accounts, what was granted to them and whom they belong to. */
    ACCOUNTS(Role.ADMINISTRATOR, Role.AUDITOR),
    /** Recent changes of the accounts of those who approve: told to all who approve, in every area. */
    ACCOUNT_NOTICES(Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR),
    /** Accounts that always approve each other: for those who look into it. */
    APPROVAL_PAIRS(Role.AUDITOR),
    /** Local accounts made, locked and given new passwords, as far as the administrator's own rights reach. */
    LOCAL_ACCOUNTS(Role.ADMINISTRATOR),
    /** The register of refused accesses. */
    REFUSALS(Role.AUDITOR, Role.ADMINISTRATOR),
    /** Health and measurements of the system, no content. */
    OPERATION(Role.OPERATOR, Role.ADMINISTRATOR, Role.AUDITOR),
    /** Read models made anew: over the whole ledger. */
    MAINTENANCE(Role.ADMINISTRATOR),
    /** Commands: the declaration of each one says who may send it, and its rules where. */
    COMMANDS(Role.MEMBER, Role.LEADER, Role.OFFICER, Role.ADMINISTRATOR, Role.ORGANISATION_OFFICER);

    @SuppressWarnings("ImmutableEnumChecker") // a set that cannot be modified
    private final Set<Role> roles;

    EndpointRight(Role... roles) {
        this.roles = Collections.unmodifiableSet(EnumSet.copyOf(List.of(roles)));
    }

    /** Whether it takes a right over the whole ledger, because it is about no part of it. */
    public boolean isOfTheWhole() {
        return this == MAINTENANCE || this == LEDGER;
    }

    /** The roles that give the right, within their scopes. */
    public Set<Role> roles() {
        return roles;
    }
}

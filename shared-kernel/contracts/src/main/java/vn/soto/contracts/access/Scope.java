package vn.soto.contracts.access;

import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** The units and organisations within which a right holds. */
public sealed interface Scope {

    Scope EVERYWHERE = new Everywhere();

    /** The whole ledger. */
    record Everywhere() implements Scope {}

    /** A unit and the units below it, as {@link Area} has it. */
    record InUnit(UnitId unit) implements Scope {}

    /** A team: its records and the households in the units that it covers. */
    record OfTeam(TeamId team) implements Scope {}

    /** The entries of an organisation that supports teams. */
    record OfOrganisation(OrganisationId organisation) implements Scope {}
}

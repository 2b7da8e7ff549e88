/**
 * The vocabulary that both sides share. It is a named module, so that {@link vn.soto.contracts.shared.ProductEvent} can
 * be sealed over all packages; at run time it is on the class path.
 */
module vn.soto.contracts {
    requires static transitive org.jspecify;

    exports vn.soto.contracts.access;
    exports vn.soto.contracts.assistance;
    exports vn.soto.contracts.audit;
    exports vn.soto.contracts.business;
    exports vn.soto.contracts.catalogue;
    exports vn.soto.contracts.goal;
    exports vn.soto.contracts.household;
    exports vn.soto.contracts.organisation;
    exports vn.soto.contracts.outreach;
    exports vn.soto.contracts.people;
    exports vn.soto.contracts.period;
    exports vn.soto.contracts.person;
    exports vn.soto.contracts.plan;
    exports vn.soto.contracts.policy;
    exports vn.soto.contracts.practice;
    exports vn.soto.contracts.recognition;
    exports vn.soto.contracts.report;
    exports vn.soto.contracts.shared;
    exports vn.soto.contracts.stipend;
    exports vn.soto.contracts.support;
    exports vn.soto.contracts.team;
    exports vn.soto.contracts.text;
    exports vn.soto.contracts.training;
    exports vn.soto.contracts.unit;
}

package vn.soto.contracts.recognition;

/** Parts of a score; the names are stored and never change. */
public enum Criterion {
    /** Households helped, as many as one is responsible for; confirmed ones weigh more. */
    HOUSEHOLDS_HELPED,
    /** Households that carried out a service by themselves, likewise. */
    SELF_PERFORMED,
    /** Records of help that those who were helped confirmed, of those who could be asked. */
    CONFIRMED,
    /** Months with enough help. */
    ACTIVE_MONTHS,
    /** Trainings attended by a member; members of a team who were trained. */
    TRAININGS
}

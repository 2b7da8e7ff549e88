package vn.soto.contracts.plan;

/** What a plan is for; it says how its steps are carried out. */
public enum PlanKind {
    /** sắp xếp đơn vị: a later step rests on the earlier ones */
    REORGANISATION(true, true),
    /** bàn giao: households pass from one member to others */
    HAND_OVER(false, false),
    /** nhập tệp: the rows of a file */
    IMPORT(false, false),
    /** hoàn tác: what another plan did, taken back from its last step to its first */
    UNDO(true, false),
    /** đề nghị: one command that a second person has to approve */
    PROPOSAL(true, true);

    private final boolean inOrder;
    private final boolean stops;

    PlanKind(boolean inOrder, boolean stops) {
        this.inOrder = inOrder;
        this.stops = stops;
    }

    /** Whether each step waits for the one before; otherwise only for those on the same household, member or unit. */
    public boolean inOrder() {
        return inOrder;
    }

    /** Whether a refused step stops the plan until somebody decides; otherwise it is written down and passed over. */
    public boolean stopsAtARefusal() {
        return stops;
    }
}

package vn.soto.contracts.plan;

/** Purpose of a plan; it determines how the steps are carried out. */
public enum PlanKind {
    /** sắp xếp đơn vị: later steps depend on earlier ones */
    REORGANISATION(true, true),
    /** bàn giao: households pass from one member to others */
    HAND_OVER(false, false),
    /** tiếp nhận: reports of which a sample was read */
    ACCEPTANCE(false, false),
    /** nhập tệp: the rows of a file */
    IMPORT(false, false),
    /** hoàn tác: undoes another plan from its last step to its first */
    UNDO(true, false),
    /** đề nghị: one command that needs the approval of a second person */
    PROPOSAL(true, true),
    /** hết thời hạn lưu giữ: erases personal data whose period of keeping has ended */
    RETENTION(true, false);

    private final boolean inOrder;
    private final boolean stops;

    PlanKind(boolean inOrder, boolean stops) {
        this.inOrder = inOrder;
        this.stops = stops;
    }

    /**
     * Whether each step waits for the preceding step. Otherwise it waits only for steps on the same household, member
     * or unit.
     */
    public boolean inOrder() {
        return inOrder;
    }

    /**
     * Whether a refused step stops the plan until an operator decides. Otherwise the refusal is recorded and the plan
     * continues.
     */
    public boolean stopsAtARefusal() {
        return stops;
    }
}

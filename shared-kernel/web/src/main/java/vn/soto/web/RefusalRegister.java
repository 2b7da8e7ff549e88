package vn.soto.web;

/** The register of refused access, for refusals that answer no request, such as those of steps of plans. */
public interface RefusalRegister {

    /**
     * Never blocks.
     *
     * @param account   account whose right is lacking
     * @param operation name of the command
     * @param lacking   code of the problem, and the right it names
     */
    void add(String account, String operation, String lacking);
}

package vn.soto.allinone.account;

final class MemoryAccountStoreTest extends AccountStoreContract {

    private final MemoryAccountStore store = new MemoryAccountStore();

    @Override
    AccountStore store() {
        return store;
    }
}

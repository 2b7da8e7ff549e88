// Makes the replica set and its administrator unless they are there. As long as there is no user, a server takes these
// two orders from its own machine and no other; for that reason this runs in mongo-1's network.
const password = require("fs").readFileSync("/run/secrets/mongodb-admin-password", "utf8").trim();
const admin = connect("mongodb://127.0.0.1:27017/admin?directConnection=true&serverSelectionTimeoutMS=30000");

function signedIn() {
  try {
    admin.auth("admin", password);
    return true;
  } catch (refused) {
    return false;
  }
}

function initiate() {
  try {
    admin.adminCommand({
      replSetInitiate: {
        _id: "rs0",
        members: [
          { _id: 0, host: "mongo-1:27017", priority: 2 },
          { _id: 1, host: "mongo-2:27017", priority: 1 },
          { _id: 2, host: "mongo-3:27017", priority: 1 },
        ],
      },
    });
  } catch (e) {
    if (e.codeName !== "AlreadyInitialized") {
      throw e;
    }
  }
}

if (!signedIn()) {
  initiate();
  for (let i = 0; i < 120 && !admin.hello().isWritablePrimary; i++) {
    sleep(500);
  }
  admin.createUser({ user: "admin", pwd: password, roles: ["root"] }, { w: "majority", wtimeout: 30000 });
}
print("replica set rs0 and its administrator are there");

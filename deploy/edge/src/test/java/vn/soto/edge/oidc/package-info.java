/** Sign-in of browsers at an issuer of OpenID Connect: authorization code with PKCE, without a session on the server. */
@NullMarked
package vn.soto.edge.oidc;

import org.jspecify.annotations.NullMarked;

package se.trepart.local.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import se.trepart.local.signin.SignInFailed.Reason;
import se.trepart.model.access.Staff;
import se.trepart.wire.Json;
import se.trepart.wire.Me;
import se.trepart.wire.Protocol;

import tools.jackson.core.JacksonException;

/** Asks the central store who somebody is (personalregister): roles and units come from there, never from the token. */
final class StaffRegister {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI central;
    private final SSLContext trusted;

    StaffRegister(URI central, SSLContext trusted) {
        this.central = central;
        this.trusted = trusted;
    }

    /** @throws SignInFailed with NOT_IN_REGISTER when the central store does not know the person */
    Staff find(Tokens tokens, UUID device) {
        HttpRequest request = HttpRequest.newBuilder(central.resolve(Protocol.ME))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.access())
                .header(Protocol.PROTOCOL_HEADER, String.valueOf(Protocol.VERSION))
                .header(Protocol.SCHEMA_HEADER, String.valueOf(Protocol.SCHEMA))
                .header(Protocol.DEVICE_HEADER, device.toString())
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusted)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new SignInFailed(switch (response.statusCode()) {
                    case 401 -> Reason.NOT_ACCEPTED;
                    case 403 -> Reason.NOT_IN_REGISTER;
                    case 426 -> Reason.OLD_CLIENT;
                    default -> Reason.CENTRAL_BUSY;
                });
            }
            Staff staff = Json.MAPPER.readValue(response.body(), Me.class).staff();
            if (!staff.subject().equals(tokens.subject())) {
                // the token that the central store reads is about somebody else than the one that proved who signed in
                throw new SignInFailed(Reason.NOT_TRUSTED);
            }
            return staff;
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new SignInFailed(Reason.CANCELLED);
        } catch (SSLException untrusted) {
            throw new SignInFailed(Reason.CERTIFICATE, untrusted);
        } catch (IOException unreached) {
            throw new SignInFailed(Reason.NO_NETWORK, unreached);
        } catch (JacksonException newer) {
            throw new SignInFailed(Reason.OLD_CLIENT, newer);
        }
    }
}

package headroom.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.Settings;
import headroom.priming.Aws;
import headroom.priming.Priming;
import headroom.step.Json;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Takes what arrives on the topic and starts an execution for it, or logs why not.
///
/// An exception is left to Lambda, which delivers the event again and at last to the dead-letter
/// queue: nothing is lost.
public final class StartResize implements RequestStreamHandler {
    /// The environment variable that names the state machine. It is not among the [Settings],
    /// because only the functions that start executions may know it.
    public static final String STATE_MACHINE_ARN = "STATE_MACHINE_ARN";

    private final SfnClient stepFunctions;
    private final Settings settings;
    private final String stateMachine;

    public StartResize() {
        this(new Aws.Connected());
        Priming.run(StartResize::new);
    }

    private StartResize(Aws aws) {
        this(
                aws.client(SfnClient.builder()),
                Settings.fromEnvironment(),
                Settings.required(System.getenv(), STATE_MACHINE_ARN));
    }

    public StartResize(SfnClient stepFunctions, Settings settings, String stateMachine) {
        this.stepFunctions = stepFunctions;
        this.settings = settings;
        this.stateMachine = stateMachine;
    }

    /// Answers nothing: SNS invokes and does not wait.
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
        SnsEvent event = Json.read(in.readAllBytes(), SnsEvent.class);
        for (SnsEvent.Delivery each : event.records()) {
            SnsEvent.Publication sns = each.sns();
            take(Notification.parse(sns.message()), sns, context.getLogger());
        }
    }

    private void take(Notification notification, SnsEvent.Publication sns, LambdaLogger log) {
        switch (notification) {
            case Notification.Alarm alarm when !alarm.state().equals("ALARM") ->
                    log.log("Ignored: %s went to %s.\n".formatted(alarm.name(), alarm.state()));
            case Notification.Alarm alarm when !alarm.clusters().contains(settings.cluster()) ->
                    log.log(
                            "Ignored: %s watches %s, and this is the trigger of %s.\n"
                                    .formatted(
                                            alarm.name(),
                                            alarm.clusters().isEmpty()
                                                    ? "no single cluster"
                                                    : String.join(", ", alarm.clusters()),
                                            settings.cluster()));
            case Notification.Alarm alarm ->
                    start(
                            "alarm-%s-%s"
                                    .formatted(
                                            alarm.changedAtInNames(),
                                            digest(alarm.arn() + " " + transition(alarm, sns))),
                            new Request(
                                    Cause.ALARM,
                                    false,
                                    alarm.isAtLeast(settings.policy().criticalPercent()),
                                    "alarm %s went to ALARM at %s"
                                            .formatted(alarm.name(), alarm.changedAt())),
                            log);
            case Notification.Manual manual ->
                    start(
                            "manual-" + digest(sns.messageId()),
                            new Request(
                                    Cause.MANUAL,
                                    manual.dryRun(),
                                    false,
                                    "message " + sns.messageId() + ", published by hand"),
                            log);
        }
    }

    /// What tells one transition of an alarm from its next. CloudWatch gives the time; a message
    /// written by hand may lack it, and then its own identifier has to do.
    private static String transition(Notification.Alarm alarm, SnsEvent.Publication sns) {
        return alarm.changedAt().isEmpty() ? sns.messageId() : alarm.changedAt();
    }

    private void start(String name, Request request, LambdaLogger log) {
        String input = Json.text(Json.write(request));
        try {
            stepFunctions.startExecution(
                    start -> start.stateMachineArn(stateMachine).name(name).input(input));
            log.log("Started %s for %s.\n".formatted(name, request.origin()));
        } catch (ExecutionAlreadyExistsException delivered) {
            log.log("Already started %s: this message came before.\n".formatted(name));
        }
    }

    /// Enough of a hash that two messages do not meet, in characters that a name may have.
    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";

interface SureButtonProps {
  readonly label: ReactNode;
  /** What it comes to, once it is done. */
  readonly explained: string;
  readonly sure: string;
  readonly cancel: string;
  readonly look?: "main" | "plain" | "framed";
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** For what cannot be taken back: asks once more, and says what it comes to. */
export function SureButton({
  label,
  explained,
  sure,
  cancel,
  look = "plain",
  isDisabled = false,
  onPress,
}: SureButtonProps) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button look={look} isDisabled={isDisabled} onPress={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <span className="facts" role="alert">
      <span>{explained}</span>
      <Button
        isDisabled={isDisabled}
        onPress={() => {
          setAsking(false);
          onPress();
        }}
      >
        {sure}
      </Button>
      <Button look="plain" onPress={() => setAsking(false)}>
        {cancel}
      </Button>
    </span>
  );
}

export function messagesOf(text: string): [key: string, args: string[]][];
